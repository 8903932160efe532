using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.OutsourcingTypes;

/// <summary>Everything about an outsourcing type that an editor can change.</summary>
public sealed class OutsourcingTypeContent : EntryContent
{
    /// <summary>What can be changed, how it is compared and merged, and what it must keep to, in the order in which it is shown.</summary>
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("name", "Name", FieldShape.Text) { Rule = TextRule.Required("a name of the outsourcing type", Rules.NameLength) },
        new("acronym", "Acronym", FieldShape.Text) { Rule = TextRule.Required("an acronym", Rules.AcronymLength) },
        SlugField,
        new("summary", "Summary", FieldShape.Text) { Rule = TextRule.Required("a summary", Rules.SentenceLength) },
        new("description", "Description", FieldShape.Lines) { Rule = TextRule.Required("a description", Rules.MarkdownLength) },
        new("synonyms", "Synonyms", FieldShape.Set)
        {
            Rule = TextRule.RequiredItem("a synonym", Rules.NameLength),
            Unique = new("synonym"),
        },
        new("departments", "Nearest departments", FieldShape.Items, "slug")
        {
            RefersTo = EntryType.Department,
            Texts = [ItemText.Reason with { Rule = TextRule.Required("a reason why the department is near", Rules.SentenceLength) }],
            Unique = new("department", "slug"),
        },
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

    /// <inheritdoc />
    public override void ClearIdentity()
    {
        base.ClearIdentity();
        (Name, Acronym) = ("", "");
    }

    /// <summary>The content of a type that is loaded with everything its content shows.</summary>
    internal static OutsourcingTypeContent From(OutsourcingType type) => new()
    {
        Name = type.Name,
        Acronym = type.Acronym,
        Slug = type.Slug,
        Summary = type.Summary,
        Description = type.Description,
        Archived = type.IsArchived,
        Synonyms = [.. type.Synonyms.OrderBy(s => s.Rank).Select(s => s.Text)],
        Sources = Citations.ToCodes(type.Sources),
        Departments = [.. type.Departments.OrderBy(n => n.Rank)
            .Select(n => new NearDepartmentContent { Slug = n.Department.Slug, Name = n.Department.Name, Reason = n.Reason })],
    };
}

/// <summary>A department near an outsourcing type.</summary>
public sealed class NearDepartmentContent : IPickedEntry
{
    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>What brings the two together.</summary>
    public string Reason { get; set; } = "";
}
