using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;

namespace BpoDirectory.Functions;

/// <summary>Everything about a function that an editor can change.</summary>
public sealed class BusinessFunctionContent : EntryContent, IOtherNames
{
    /// <summary>What can be changed, how it is compared and merged, and what it must keep to, in the order in which it is shown.</summary>
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("name", "Name", FieldShape.Text) { Rule = TextRule.Required("a function name", Rules.NameLength) },
        SlugField,
        new("description", "Description", FieldShape.Text)
        {
            Rule = TextRule.Required("a description of the function", Rules.SentenceLength),
        },
        new("synonyms", "Synonyms", FieldShape.Set)
        {
            Rule = TextRule.RequiredItem("a synonym", Rules.NameLength),
            Unique = new("synonym"),
        },
        new("situations", "Situations", FieldShape.Set)
        {
            Rule = TextRule.RequiredItem("a situation", Rules.SentenceLength),
            Unique = new("situation"),
        },
        new("owners", "Owners", FieldShape.Items, "slug")
        {
            RefersTo = EntryType.Department,
            Texts = [ItemText.Reason],
            Unique = new("owner", "slug"),
        },
        new("note", "Note on the owners", FieldShape.Text) { Rule = TextRule.Optional("the note", Rules.SentenceLength) },
        ArchivedField,
    ];

    public string Name { get; set; } = "";

    /// <summary>One or two sentences: what the work is.</summary>
    public string Description { get; set; } = "";

    public List<string> Synonyms { get; set; } = [];

    /// <summary>When somebody needs the function, told in everyday words.</summary>
    public List<string> Situations { get; set; } = [];

    /// <summary>The main owner, then the co-owners in order.</summary>
    public List<OwnerContent> Owners { get; set; } = [];

    /// <summary>Why several departments own the function, where the sources disagree.</summary>
    public string Note { get; set; } = "";

    /// <inheritdoc />
    public override string Title => Name;

    /// <inheritdoc />
    public bool HasName(string name) => Synonyms.Exists(synonym => NameComparison.AreSame(synonym, name));

    /// <inheritdoc />
    public void AddName(string name) => Synonyms.Add(name);

    /// <inheritdoc />
    public void RemoveName(string name) => Synonyms.RemoveAll(synonym => NameComparison.AreSame(synonym, name));

    /// <inheritdoc />
    public override void ClearIdentity()
    {
        base.ClearIdentity();
        Name = "";
    }

    /// <summary>The content of a function that is loaded with everything its content shows.</summary>
    internal static BusinessFunctionContent From(BusinessFunction function) => new()
    {
        Name = function.Name,
        Slug = function.Slug,
        Description = function.Description,
        Note = function.Note ?? "",
        Archived = function.IsArchived,
        Synonyms = [.. function.Synonyms.OrderBy(s => s.Rank).Select(s => s.Text)],
        Situations = [.. function.Situations],
        Owners = [.. function.Owners.OrderBy(o => o.Rank).Select(o => new OwnerContent
        {
            Slug = o.Department.Slug, Name = o.Department.Name, Reason = o.Reason ?? "", Sources = Citations.ToCodes(o.Sources),
        })],
    };
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
