using BpoDirectory.Data;

namespace BpoDirectory.Editing;

/// <summary>Everything about a synonym set that an editor can change. Its slug is its key: nobody reads its address.</summary>
public sealed class SynonymSetContent : EntryContent
{
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("name", "Name", FieldShape.Text),
        new("members", "Words and phrases", FieldShape.Set),
        new("department", "Department it points at") { RefersTo = EntryType.Department },
        new("function", "Function it points at") { RefersTo = EntryType.Function },
        ArchivedField,
    ];

    public string Name { get; set; } = "";

    public List<string> Members { get; set; } = [];

    /// <summary>Slug; empty for none.</summary>
    public string Department { get; set; } = "";

    /// <summary>Slug; empty for none.</summary>
    public string Function { get; set; } = "";

    /// <inheritdoc />
    public override string Title => Name;
}
