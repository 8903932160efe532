using System.Globalization;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>Departments, as they are edited.</summary>
public sealed class DepartmentKind : EntryKind<DepartmentContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Department;

    /// <inheritdoc />
    public override string Noun => "department";

    /// <inheritdoc />
    public override IQueryable<EntryLine> Lines(DirectoryDbContext db) => db.Departments.IgnoreQueryFilters().Select(entry => new EntryLine
    {
        Id = entry.Id, Slug = entry.Slug, Name = entry.Name, IsArchived = entry.IsArchived, Version = entry.Version, UpdatedAt = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string Places => "search, the list of departments, and the pages of the functions, service lines and outsourcing types that name it";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Has the parts", EntryType.Department, db.Departments.Where(d => d.ParentId == id).Select(d => d.Id)),
        ("Successor of", EntryType.Department, db.Departments.IgnoreQueryFilters().Where(d => d.SuccessorId == id).Select(d => d.Id)),
        ("Owns the functions", EntryType.Function, db.FunctionOwners.Where(o => o.DepartmentId == id).Select(o => o.BusinessFunctionId)),
        ("Delivers the service lines", EntryType.ServiceLine, db.Set<ServiceLineDepartment>().Where(m => m.DepartmentId == id).Select(m => m.ServiceLineId)),
        ("Near the outsourcing types", EntryType.OutsourcingType, db.Set<OutsourcingTypeDepartment>().Where(n => n.DepartmentId == id).Select(n => n.OutsourcingTypeId)),
        ("Found through the synonym sets", EntryType.SynonymSet, db.SynonymSets.Where(s => s.Department!.Id == id).Select(s => s.Id)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => DepartmentContent.Fields;

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) =>
        await db.Departments.IgnoreQueryFilters()
            .Include(d => d.Parent).Include(d => d.Successor)
            .Include(d => d.Sources).Include(d => d.OfficeSources)
            .Include(d => d.Aliases).ThenInclude(a => a.Sources)
            .Include(d => d.Responsibilities).ThenInclude(r => r.Sources)
            .Include(d => d.Functions).ThenInclude(o => o.Sources)
            .Include(d => d.Functions).ThenInclude(o => o.BusinessFunction)
            .Include(d => d.ServiceLines).ThenInclude(m => m.ServiceLine)
            .Include(d => d.OutsourcingTypes).ThenInclude(n => n.OutsourcingType)
            .AsSplitQuery()
            .SingleOrDefaultAsync(d => d.Id == id);

    /// <inheritdoc />
    public override DepartmentContent Read(Entry entry)
    {
        var department = (Department)entry;
        return new DepartmentContent
        {
            Name = department.Name,
            Slug = department.Slug,
            Summary = department.Summary,
            Description = department.Description,
            Office = department.Office,
            OfficeBasis = department.OfficeBasis,
            OfficeReason = department.OfficeReason,
            OfficeSources = OtherEntries.Codes(department.OfficeSources),
            Side = department.Side,
            Parent = department.Parent?.Slug ?? "",
            Archived = department.IsArchived,
            Successor = department.Successor?.Slug ?? "",
            Sources = OtherEntries.Codes(department.Sources),
            Aliases = [.. department.Aliases.OrderBy(a => a.Rank).Select(a => new AliasContent { Key = Key(a.Id), Name = a.Name, Sources = OtherEntries.Codes(a.Sources) })],
            Responsibilities = [.. department.Responsibilities.OrderBy(r => r.Rank)
                .Select(r => new ResponsibilityContent { Key = Key(r.Id), Text = r.Text, Detail = r.Detail ?? "", Sources = OtherEntries.Codes(r.Sources) })],
            Functions = [.. department.Functions.OrderBy(o => o.BusinessFunction.Name, StringComparer.OrdinalIgnoreCase).Select(o => new FunctionContent
            {
                Slug = o.BusinessFunction.Slug, Name = o.BusinessFunction.Name, Place = o.Rank, Reason = o.Reason ?? "", Sources = OtherEntries.Codes(o.Sources),
            })],
            ServiceLines = [.. department.ServiceLines.Select(m => m.ServiceLine.Slug).Order(StringComparer.Ordinal)],
            OutsourcingTypes = [.. department.OutsourcingTypes.OrderBy(n => n.OutsourcingType.Acronym, StringComparer.OrdinalIgnoreCase)
                .Select(n => new NearTypeContent { Slug = n.OutsourcingType.Slug, Name = n.OutsourcingType.Name, Reason = n.Reason })],
        };
    }

    /// <inheritdoc />
    public override DepartmentContent StartFrom(DepartmentContent original) => DepartmentCopy.CreateFrom(original);

    /// <inheritdoc />
    public override async Task FindPlacesAsync(DirectoryDbContext db, DepartmentContent start)
    {
        var slugs = start.Functions.Select(function => function.Slug).ToList();
        var owners = await db.BusinessFunctions.Where(f => slugs.Contains(f.Slug)).Select(f => new { f.Slug, Count = f.Owners.Count }).ToDictionaryAsync(f => f.Slug, f => f.Count);
        foreach (var function in start.Functions)
            function.Place = owners.GetValueOrDefault(function.Slug) + 1;
    }

    /// <inheritdoc />
    public override IReadOnlyList<FieldProblem> Check(DepartmentContent content) => DepartmentRules.Check(content);

    /// <inheritdoc />
    public override Task<IReadOnlyList<FieldProblem>> CheckAgainstOthersAsync(DirectoryDbContext db, int id, DepartmentContent content) =>
        DepartmentRules.CheckAgainstOthersAsync(db, this, id, content);

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, DepartmentContent content)
    {
        var department = new Department(content.Slug, content.Name, content.Summary);
        db.Add(department);
        await ApplyAsync(db, department, content);
        return department;
    }

    /// <inheritdoc />
    public override Task ApplyAsync(DirectoryDbContext db, Entry entry, DepartmentContent content) =>
        new DepartmentWriter(db, (Department)entry).ApplyAsync(content);

    /// <inheritdoc />
    public override Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        Task.FromResult<IReadOnlyCollection<int>>([entry.Id]);

    internal static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
