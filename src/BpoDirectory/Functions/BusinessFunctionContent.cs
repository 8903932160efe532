using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Functions;

/// <summary>Everything about a function that an editor can change.</summary>
public sealed class BusinessFunctionContent : EntryContent
{
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("name", "Name", FieldShape.Text),
        new("slug", "Address"),
        new("description", "Description", FieldShape.Text),
        new("synonyms", "Synonyms", FieldShape.Set),
        new("owners", "Owners", FieldShape.Items, "slug") { RefersTo = EntryType.Department, Texts = [ItemText.Reason] },
        new("note", "Note on the owners", FieldShape.Text),
        ArchivedField,
    ];

    public string Name { get; set; } = "";

    /// <summary>One or two sentences: what the work is.</summary>
    public string Description { get; set; } = "";

    public List<string> Synonyms { get; set; } = [];

    /// <summary>The first owner, then the co-owners in order.</summary>
    public List<OwnerContent> Owners { get; set; } = [];

    /// <summary>Why several departments own the function, where the sources disagree.</summary>
    public string Note { get; set; } = "";

    /// <inheritdoc />
    public override string Title => Name;
}

/// <summary>A department that owns the function.</summary>
public sealed class OwnerContent : IPickedEntry
{
    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Why the department owns the function, where that needs saying.</summary>
    public string Reason { get; set; } = "";

    public List<string> Sources { get; set; } = [];
}
