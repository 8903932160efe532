using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.ServiceLines;

/// <summary>Everything about a service line that an editor can change.</summary>
public sealed class ServiceLineContent : EntryContent
{
    /// <summary>What can be changed, how it is compared and merged, and what it must keep to, in the order in which it is shown.</summary>
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("name", "Name", FieldShape.Text) { Rule = TextRule.Required("a service line name", Rules.NameLength) },
        SlugField,
        new("summary", "Summary", FieldShape.Text) { Rule = TextRule.Required("a summary", Rules.SentenceLength) },
        new("departments", "Departments", FieldShape.Items, "slug")
        {
            RefersTo = EntryType.Department,
            Unique = new("department", "slug"),
        },
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

    /// <inheritdoc />
    public override void ClearIdentity()
    {
        base.ClearIdentity();
        Name = "";
    }

    /// <summary>The content of a service line that is loaded with everything its content shows.</summary>
    internal static ServiceLineContent From(ServiceLine line) => new()
    {
        Name = line.Name,
        Slug = line.Slug,
        Summary = line.Summary,
        Archived = line.IsArchived,
        Sources = Citations.ToCodes(line.Sources),
        Departments =
            [.. line.Departments.OrderBy(m => m.Rank)
                .Select(m => new MemberContent { Slug = m.Department.Slug, Name = m.Department.Name })],
    };
}

/// <summary>A department that delivers a service line.</summary>
public sealed class MemberContent : IPickedEntry
{
    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";
}
