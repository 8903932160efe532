using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.ServiceLines;

/// <summary>Service lines, as they are edited.</summary>
public sealed class ServiceLineKind : EntryKind<ServiceLineContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.ServiceLine;

    /// <inheritdoc />
    public override string Noun => "service line";

    /// <inheritdoc />
    public override IQueryable<EntryLine> Lines(DirectoryDbContext db) => db.ServiceLines.IgnoreQueryFilters().Select(entry => new EntryLine
    {
        Id = entry.Id, Slug = entry.Slug, Name = entry.Name, IsArchived = entry.IsArchived, Version = entry.Version, UpdatedAt = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string Places => "the list of service lines, the filters of search, and the pages of the departments that deliver it";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Delivered by", EntryType.Department, db.Set<ServiceLineDepartment>().Where(m => m.ServiceLineId == id).Select(m => m.DepartmentId)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => ServiceLineContent.Fields;

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) =>
        await db.ServiceLines.IgnoreQueryFilters().Include(l => l.Sources).Include(l => l.Departments).ThenInclude(m => m.Department)
            .AsSplitQuery().SingleOrDefaultAsync(l => l.Id == id);

    /// <inheritdoc />
    public override ServiceLineContent Read(Entry entry)
    {
        var line = (ServiceLine)entry;
        return new ServiceLineContent
        {
            Name = line.Name,
            Slug = line.Slug,
            Summary = line.Summary,
            Archived = line.IsArchived,
            Sources = OtherEntries.Codes(line.Sources),
            Departments = [.. line.Departments.OrderBy(m => m.Rank).Select(m => new MemberContent { Slug = m.Department.Slug, Name = m.Department.Name })],
        };
    }

    /// <inheritdoc />
    public override ServiceLineContent StartFrom(ServiceLineContent original)
    {
        var copy = ContentJson.Copy(original);
        (copy.Name, copy.Slug, copy.Archived) = ("", "", false);
        return copy;
    }

    /// <inheritdoc />
    public override IReadOnlyList<FieldProblem> Check(ServiceLineContent content)
    {
        var problems = new ProblemList();
        problems.Check("name", () => Rules.Required(content.Name, "a service line name", Rules.NameLength));
        problems.Check("slug", () => Rules.Slug(content.Slug));
        problems.Check("summary", () => Rules.Required(content.Summary, "a summary", Rules.SentenceLength));
        problems.CheckUnique(content.Departments.Select(m => m.Slug), index => $"departments[{index}].slug", "department");
        return problems.All;
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<FieldProblem>> CheckAgainstOthersAsync(DirectoryDbContext db, int id, ServiceLineContent content)
    {
        var problems = new ProblemList();
        var (others, name) = (db.ServiceLines.IgnoreQueryFilters().Where(l => l.Id != id), content.Name.Trim());
        await problems.CheckFreeAsync("name", others.Where(l => l.Name == name).Select(l => new NamedLink(l.Slug, l.Name)), _ => $"“{name}” is the name of another service line.");
        await problems.CheckAddressAsync(db, this, id, content.Slug);
        await problems.CheckKnownAsync("departments", db.Departments.Select(d => d.Slug), content.Departments.Select(m => m.Slug), "department");
        await problems.CheckKnownAsync("sources", db.Sources.Select(s => s.Code), content.Sources, "source");
        return problems.All;
    }

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, ServiceLineContent content)
    {
        var last = await db.ServiceLines.IgnoreQueryFilters().MaxAsync(l => (int?)l.Rank) ?? 0;
        var line = new ServiceLine { Slug = content.Slug, Name = content.Name, Summary = content.Summary, Rank = last + 1 };
        db.Add(line);
        await ApplyAsync(db, line, content);
        return line;
    }

    /// <inheritdoc />
    public override async Task ApplyAsync(DirectoryDbContext db, Entry entry, ServiceLineContent content)
    {
        var line = (ServiceLine)entry;
        (line.Name, line.Slug, line.Summary) = (content.Name, content.Slug, content.Summary);
        line.SetArchived(content.Archived);
        OtherEntries.Cite(line.Sources, content.Sources, await OtherEntries.SourcesAsync(db));
        line.Departments.RemoveAll(m => !content.Departments.Exists(c => IsOf(c, m)));
        foreach (var (index, member) in content.Departments.Index())
            if (line.Departments.Find(m => IsOf(member, m)) is { } row)
                row.Rank = index + 1;
            else
                line.Departments.Add(new ServiceLineDepartment { Department = await db.Departments.SingleAsync(d => d.Slug == member.Slug), Rank = index + 1 });
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        await db.Set<ServiceLineDepartment>().Where(m => m.ServiceLineId == entry.Id).Select(m => m.DepartmentId).ToListAsync();

    private static bool IsOf(MemberContent content, ServiceLineDepartment member) => string.Equals(content.Slug, member.Department.Slug, StringComparison.OrdinalIgnoreCase);
}
