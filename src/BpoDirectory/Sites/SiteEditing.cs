using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Sites;

/// <summary>Sites, as they are edited.</summary>
public sealed class SiteEditing : NamedEntryEditing<Site, SiteContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Site;

    /// <inheritdoc />
    public override string Noun => "site";

    /// <inheritdoc />
    public override string ShownIn => "the filters of search, the list of sites, and the pages of the departments that work there";

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => SiteContent.Fields;

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Where these work", EntryType.Department, db.Departments.Where(d => d.Sites.Any(s => s.Id == id)).Select(d => d.Id)),
    ];

    /// <inheritdoc />
    protected override Site New(string slug, string name) => new(slug, name);
}
