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
    public override IReadOnlyList<ContentField> Fields => DepartmentContent.Fields;

    /// <inheritdoc />
    public override Task<int?> FindAsync(DirectoryDbContext db, string slug) =>
        db.Departments.Where(d => d.Slug == slug || d.FormerSlugs.Any(f => f.Slug == slug)).Select(d => (int?)d.Id).FirstOrDefaultAsync();

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) =>
        await db.Departments.IgnoreQueryFilters()
            .Include(d => d.Parent).Include(d => d.Successor).Include(d => d.FormerSlugs)
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
    public override DepartmentContent StartFrom(DepartmentContent original) => DepartmentCopy.Of(original);

    /// <inheritdoc />
    public override IReadOnlyList<FieldProblem> Check(DepartmentContent content) => DepartmentRules.Check(content);

    /// <inheritdoc />
    public override Task<IReadOnlyList<FieldProblem>> CheckAgainstOthersAsync(DirectoryDbContext db, int id, DepartmentContent content) =>
        DepartmentRules.CheckAgainstOthersAsync(db, id, content);

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
