using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Sites;

/// <summary>Sites, as they are edited. Which departments work there is said by the departments.</summary>
public sealed class SiteEditing : EntryEditing<SiteContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Site;

    /// <inheritdoc />
    public override string Noun => "site";

    /// <inheritdoc />
    public override IQueryable<EntryRow> Rows(DirectoryDbContext db) => db.Sites.IncludingArchived().Select(entry => new EntryRow
    {
        Id = entry.Id, Slug = entry.Slug, Name = entry.Name, NameKey = entry.NameKey, IsArchived = entry.IsArchived, Version = entry.Version,
        LastChange = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string ShownIn => "the filters of search, the list of sites, and the pages of the departments that work there";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Where these work", EntryType.Department, db.Departments.Where(d => d.Sites.Any(s => s.Id == id)).Select(d => d.Id)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => SiteContent.Fields;

    /// <inheritdoc />
    public override ContentValidator<SiteContent> Validator => new SiteValidator(this);

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) => await db.Sites.IncludingArchived().SingleOrDefaultAsync(s => s.Id == id);

    /// <inheritdoc />
    public override SiteContent Read(Entry entry) => SiteContent.From((Site)entry);

    /// <inheritdoc />
    public override Task<Entry> CreateAsync(DirectoryDbContext db, SiteContent content)
    {
        var site = new Site(content.Slug, content.Name);
        content.ApplyTo(site);
        db.Add(site);
        return Task.FromResult<Entry>(site);
    }

    /// <inheritdoc />
    public override Task ApplyAsync(DirectoryDbContext db, Entry entry, SiteContent content)
    {
        content.ApplyTo((Site)entry);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    /// <remarks>None: a question that names a site is narrowed to it.</remarks>
    public override Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) => Task.FromResult<IReadOnlyCollection<int>>([]);
}
