using System.Globalization;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Editing;

/// <summary>Everything about a synonym set that an editor can change. Its slug is its key: nobody reads its address.</summary>
public sealed class SynonymSetContent : EntryContent, IOtherNames
{
    /// <summary>What can be changed, how it is compared and merged, and what it must keep to, in the order in which it is shown.</summary>
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("name", "Name", FieldShape.Text) { Rule = TextRule.Required("a name of the synonym set", Rules.NameLength) },
        new("members", "Words and phrases", FieldShape.Set)
        {
            Rule = TextRule.RequiredItem("a word or phrase", Rules.NameLength),
            Unique = new("word or phrase"),
        },
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

    /// <inheritdoc />
    public bool HasName(string name) => Members.Exists(member => NameComparison.AreSame(member, name));

    /// <inheritdoc />
    public void AddName(string name) => Members.Add(name);

    /// <inheritdoc />
    public void RemoveName(string name) => Members.RemoveAll(member => NameComparison.AreSame(member, name));

    /// <inheritdoc />
    public override void ClearIdentity()
    {
        base.ClearIdentity();
        Name = "";
    }

    /// <summary>The content of a synonym set that is loaded with everything its content shows.</summary>
    internal static SynonymSetContent From(SynonymSet set) => new()
    {
        Name = set.Name,
        Slug = set.Id.ToString(CultureInfo.InvariantCulture),
        Members = [.. set.Members.OrderBy(m => m.Id).Select(m => m.Text)],
        Department = set.Department?.Slug ?? "",
        Function = set.BusinessFunction?.Slug ?? "",
        Archived = set.IsArchived,
    };
}
