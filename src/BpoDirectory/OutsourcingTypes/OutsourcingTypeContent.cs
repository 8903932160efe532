using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.OutsourcingTypes;

/// <summary>Everything about an outsourcing type that an editor can change.</summary>
public sealed class OutsourcingTypeContent : EntryContent
{
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("name", "Name", FieldShape.Text),
        new("acronym", "Acronym", FieldShape.Text),
        new("slug", "Address"),
        new("summary", "Summary", FieldShape.Text),
        new("description", "Description", FieldShape.Lines),
        new("synonyms", "Synonyms", FieldShape.Set),
        new("departments", "Nearest departments", FieldShape.Items, "slug") { RefersTo = EntryType.Department, Texts = [ItemText.Reason] },
        new("sources", "Sources", FieldShape.Set) { HoldsSources = true },
        ArchivedField,
    ];

    public string Name { get; set; } = "";

    public string Acronym { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Description { get; set; } = "";

    public List<string> Synonyms { get; set; } = [];

    /// <summary>The departments near the type, nearest first.</summary>
    public List<NearDepartmentContent> Departments { get; set; } = [];

    /// <summary>Codes of sources.</summary>
    public List<string> Sources { get; set; } = [];

    /// <inheritdoc />
    public override string Title => Name;
}

/// <summary>A department near an outsourcing type.</summary>
public sealed class NearDepartmentContent : IPickedEntry
{
    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>What brings the two together.</summary>
    public string Reason { get; set; } = "";
}
