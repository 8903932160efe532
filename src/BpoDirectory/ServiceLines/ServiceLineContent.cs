using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.ServiceLines;

/// <summary>Everything about a service line that an editor can change.</summary>
public sealed class ServiceLineContent : EntryContent
{
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("name", "Name", FieldShape.Text),
        new("slug", "Address"),
        new("summary", "Summary", FieldShape.Text),
        new("departments", "Departments", FieldShape.Items, "slug") { RefersTo = EntryType.Department },
        new("sources", "Sources", FieldShape.Set) { HoldsSources = true },
        ArchivedField,
    ];

    public string Name { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>The departments that deliver the line, in order.</summary>
    public List<MemberContent> Departments { get; set; } = [];

    /// <summary>Codes of sources.</summary>
    public List<string> Sources { get; set; } = [];

    /// <inheritdoc />
    public override string Title => Name;
}

/// <summary>A department that delivers a service line.</summary>
public sealed class MemberContent : IPickedEntry
{
    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";
}
