using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.ServiceLines;

/// <summary>Service lines, as they are edited.</summary>
public sealed class ServiceLineEditing : EntryEditing<ServiceLineContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.ServiceLine;

    /// <inheritdoc />
    public override string Noun => "service line";

    /// <inheritdoc />
    public override IQueryable<EntryRow> Rows(DirectoryDbContext db) => db.ServiceLines.IncludingArchived().Select(entry => new EntryRow
    {
        Id = entry.Id, Slug = entry.Slug, Name = entry.Name, NameKey = entry.NameKey, IsArchived = entry.IsArchived,
        Version = entry.Version, LastChange = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string ShownIn => "the list of service lines, the filters of search, and the pages of the departments that deliver it";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Delivered by", EntryType.Department,
            db.Set<ServiceLineDepartment>().Where(m => m.ServiceLineId == id).Select(m => m.DepartmentId)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => ServiceLineContent.Fields;

    /// <inheritdoc />
    public override ContentValidator<ServiceLineContent> Validator => new ServiceLineValidator(this);

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) =>
        await db.ServiceLines.IncludingArchived().Include(l => l.Sources).Include(l => l.Departments).ThenInclude(m => m.Department)
            .AsSplitQuery().SingleOrDefaultAsync(l => l.Id == id);

    /// <inheritdoc />
    public override ServiceLineContent Read(Entry entry) => ServiceLineContent.From((ServiceLine)entry);

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, ServiceLineContent content)
    {
        var last = await db.ServiceLines.IncludingArchived().MaxAsync(l => (int?)l.Rank) ?? 0;
        var line = new ServiceLine(content.Slug, content.Name, content.Summary, last + 1);
        db.Add(line);
        await ApplyAsync(db, line, content);
        return line;
    }

    /// <inheritdoc />
    public override async Task ApplyAsync(DirectoryDbContext db, Entry entry, ServiceLineContent content)
    {
        var line = (ServiceLine)entry;
        line.Rename(content.Name, content.Slug);
        line.Describe(content.Summary);
        line.SetArchived(content.Archived);
        Citations.Update(line.Sources, content.Sources, await Citations.SourcesByCodeAsync(db));
        line.Departments.RemoveAll(m => !content.Departments.Exists(c => IsOf(c, m)));
        foreach (var (index, member) in content.Departments.Index())
            if (line.Departments.Find(m => IsOf(member, m)) is { } row)
                row.MoveTo(index + 1);
            else
                line.Departments.Add(new ServiceLineDepartment(
                    await db.Departments.IncludingArchived().SingleAsync(d => d.Slug == member.Slug), index + 1));
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        await db.Set<ServiceLineDepartment>().Where(m => m.ServiceLineId == entry.Id).Select(m => m.DepartmentId).ToListAsync();

    private static bool IsOf(MemberContent content, ServiceLineDepartment member) =>
        string.Equals(content.Slug, member.Department.Slug, StringComparison.OrdinalIgnoreCase);
}
