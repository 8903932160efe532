using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>Departments, as they are edited.</summary>
public sealed class DepartmentEditing : EntryEditing<DepartmentContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Department;

    /// <inheritdoc />
    public override string Noun => "department";

    /// <inheritdoc />
    public override IQueryable<EntryRow> Rows(DirectoryDbContext db) => db.Departments.IncludingArchived().Select(entry => new EntryRow
    {
        Id = entry.Id, Slug = entry.Slug, Name = entry.Name, NameKey = entry.NameKey, IsArchived = entry.IsArchived,
        Version = entry.Version, LastChange = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string ShownIn =>
        "search, the list of departments, and the pages of the functions, service lines and outsourcing types that name it";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Has the parts", EntryType.Department, db.Departments.Where(d => d.ParentId == id).Select(d => d.Id)),
        ("Successor of", EntryType.Department, db.Departments.Where(d => d.SuccessorId == id).Select(d => d.Id)),
        ("Owns the functions", EntryType.Function, db.FunctionOwners.Where(o => o.DepartmentId == id).Select(o => o.BusinessFunctionId)),
        ("Delivers the service lines", EntryType.ServiceLine,
            db.Set<ServiceLineDepartment>().Where(m => m.DepartmentId == id).Select(m => m.ServiceLineId)),
        ("Near the outsourcing types", EntryType.OutsourcingType,
            db.Set<OutsourcingTypeDepartment>().Where(n => n.DepartmentId == id).Select(n => n.OutsourcingTypeId)),
        ("Found through the synonym sets", EntryType.SynonymSet, db.SynonymSets.Where(s => s.Department!.Id == id).Select(s => s.Id)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => DepartmentContent.Fields;

    /// <inheritdoc />
    public override ContentValidator<DepartmentContent> Validator => new DepartmentValidator(this);

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) => await Complete(db).SingleOrDefaultAsync(d => d.Id == id);

    /// <inheritdoc />
    public override async Task<IReadOnlyList<Entry>> LoadAllAsync(DirectoryDbContext db, IReadOnlyCollection<int> ids) =>
        await Complete(db).Where(d => ids.Contains(d.Id)).ToListAsync();

    // With everything that a content shows.
    private static IQueryable<Department> Complete(DirectoryDbContext db) =>
        db.Departments.IncludingArchived()
            .Include(d => d.Parent).Include(d => d.Successor).Include(d => d.Keeper)
            .Include(d => d.Sources).Include(d => d.OfficeSources)
            .Include(d => d.Aliases).ThenInclude(a => a.Sources)
            .Include(d => d.Responsibilities).ThenInclude(r => r.Sources)
            .Include(d => d.Hours)
            .Include(d => d.Channels).ThenInclude(c => c.BusinessFunction)
            .Include(d => d.People).ThenInclude(r => r.Person)
            .Include(d => d.Escalation).ThenInclude(s => s.Person)
            .Include(d => d.ServiceLevels).Include(d => d.Links)
            .Include(d => d.Partner).Include(d => d.Clients).Include(d => d.Tags)
            .Include(d => d.Sites).Include(d => d.Languages)
            .Include(d => d.Functions).ThenInclude(o => o.Sources)
            .Include(d => d.Functions).ThenInclude(o => o.BusinessFunction)
            .Include(d => d.ServiceLines).ThenInclude(m => m.ServiceLine)
            .Include(d => d.OutsourcingTypes).ThenInclude(n => n.OutsourcingType)
            .AsSplitQuery();

    /// <inheritdoc />
    public override DepartmentContent Read(Entry entry) => DepartmentContent.From((Department)entry);

    /// <inheritdoc />
    public override Task<IReadOnlyList<DepartmentContent>> ReadManyAsync(DirectoryDbContext db, IReadOnlyList<int> ids) =>
        new DepartmentContents(db, evenArchived: true).ReadAsync(ids);

    /// <inheritdoc />
    public override async Task AssignRanksAsync(DirectoryDbContext db, DepartmentContent copy)
    {
        var slugs = copy.Functions.Select(function => function.Slug).ToList();
        var owners = await db.BusinessFunctions.Where(f => slugs.Contains(f.Slug)).Select(f => new { f.Slug, f.Owners.Count })
            .ToDictionaryAsync(f => f.Slug, f => f.Count);
        foreach (var function in copy.Functions)
            function.Rank = owners.GetValueOrDefault(function.Slug) + 1;
    }

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, DepartmentContent content) =>
        (await ApplyAllAsync(db, [(null, content)]))[0];

    /// <inheritdoc />
    public override Task ApplyAsync(DirectoryDbContext db, Entry entry, DepartmentContent content) => ApplyAllAsync(db, [(entry, content)]);

    /// <inheritdoc />
    public override async Task<IReadOnlyList<Entry>> ApplyAllAsync(
        DirectoryDbContext db, IReadOnlyList<(Entry? Entry, DepartmentContent Content)> contents, OwnerRanks? ranks = null)
    {
        var references =
            await DepartmentReferences.LoadAsync(db, [.. contents.Select(save => ((Department?)save.Entry, save.Content))], ranks);
        var departments = new List<Department>();
        foreach (var (entry, content) in contents)
        {
            var department = (Department?)entry ?? new Department(content.Slug, content.Name, content.Summary);
            if (entry is null)
                db.Add(department);
            await new DepartmentWriter(db, department, references).ApplyAsync(content);
            departments.Add(department);
        }
        return departments;
    }

    /// <inheritdoc />
    public override Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        Task.FromResult<IReadOnlyCollection<int>>([entry.Id]);

    /// <inheritdoc />
    public override Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, IReadOnlyCollection<int> ids) =>
        Task.FromResult(ids);
}
