using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>Reads departments as pages and the API show them; archived ones do not exist here.</summary>
public sealed class DepartmentReader(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>One department by its present slug, or null.</summary>
    public async Task<DepartmentDetails?> FindAsync(string slug, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var department = await db.Departments.AsNoTracking().AsSplitQuery()
            .Where(d => d.Slug == slug && !d.IsArchived)
            .Include(d => d.Parent)
            .Include(d => d.Children.Where(child => !child.IsArchived).OrderBy(child => child.Name))
            .Include(d => d.Aliases.OrderBy(a => a.Rank)).ThenInclude(a => a.Sources)
            .Include(d => d.Responsibilities.OrderBy(r => r.Rank)).ThenInclude(r => r.Sources)
            .Include(d => d.Functions).ThenInclude(f => f.Sources)
            .Include(d => d.ServiceLines).ThenInclude(m => m.ServiceLine)
            .Include(d => d.OutsourcingTypes).ThenInclude(n => n.OutsourcingType)
            .Include(d => d.Sources)
            .Include(d => d.OfficeSources)
            .SingleOrDefaultAsync(cancellation);
        if (department is null)
            return null;

        var functions = await OwnedFunctionsAsync(db, department, cancellation);
        return new DepartmentDetails
        {
            Slug = department.Slug,
            Name = department.Name,
            Aliases = [.. department.Aliases.Select(a => new CitedText(a.Name, Codes(a.Sources)))],
            Office = department.Office,
            OfficeBasis = department.OfficeBasis,
            OfficeReason = department.OfficeReason,
            OfficeSources = Codes(department.OfficeSources),
            Side = department.Side,
            Parent = department.Parent is { IsArchived: false } parent ? new NamedLink(parent.Slug, parent.Name) : null,
            Children = [.. department.Children.Select(child => new NamedLink(child.Slug, child.Name))],
            Summary = department.Summary,
            Description = department.Description,
            Responsibilities = [.. department.Responsibilities.Select(r => new ResponsibilityDetails(r.Text, r.Detail, Codes(r.Sources)))],
            Functions = functions,
            Related = Related(functions),
            ServiceLines = [.. department.ServiceLines.Select(m => m.ServiceLine).OrderBy(l => l.Rank).Select(l => new NamedLink(l.Slug, l.Name))],
            OutsourcingTypes = [.. department.OutsourcingTypes.OrderBy(n => n.OutsourcingType.Acronym)
                .Select(n => new NearOutsourcingType(n.OutsourcingType.Slug, n.OutsourcingType.Acronym, n.OutsourcingType.Name, n.Reason))],
            Sources = [.. AllSources(department).DistinctBy(s => s.Code).OrderBy(CatalogOrder).Select(s => new SourceLink(s.Code, s.Slug, s.Title))],
            Version = department.Version,
            UpdatedAt = department.UpdatedAt,
        };
    }

    /// <summary>The present slug of the department that once had <paramref name="formerSlug"/>, or null.</summary>
    public async Task<string?> FindPresentSlugAsync(string formerSlug, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Departments
            .Where(d => !d.IsArchived && d.FormerSlugs.Any(former => former.Slug == formerSlug))
            .Select(d => d.Slug)
            .FirstOrDefaultAsync(cancellation);
    }

    private static async Task<List<OwnedFunction>> OwnedFunctionsAsync(DirectoryDbContext db, Department department, CancellationToken cancellation)
    {
        var rows = await db.FunctionOwners
            .Where(owner => owner.DepartmentId == department.Id)
            .OrderBy(owner => owner.Rank > 1).ThenBy(owner => owner.BusinessFunction.Name)
            .Select(owner => new
            {
                owner.Id,
                owner.BusinessFunction.Slug,
                owner.BusinessFunction.Name,
                owner.BusinessFunction.Note,
                owner.Rank,
                owner.Reason,
                CoOwners = owner.BusinessFunction.Owners
                    .Where(other => other.DepartmentId != department.Id && !other.Department.IsArchived)
                    .OrderBy(other => other.Rank)
                    .Select(other => new NamedLink(other.Department.Slug, other.Department.Name))
                    .ToList(),
            })
            .ToListAsync(cancellation);
        var sources = department.Functions.ToDictionary(f => f.Id, f => Codes(f.Sources));
        return [.. rows.Select(f => new OwnedFunction(f.Slug, f.Name, f.Rank, f.Reason, f.Note, f.CoOwners, sources[f.Id]))];
    }

    private static List<RelatedDepartment> Related(List<OwnedFunction> functions) =>
        [.. functions
            .SelectMany(function => function.CoOwners.Select(owner => (owner, function.Name)))
            .GroupBy(shared => shared.owner, shared => shared.Name)
            .OrderByDescending(shared => shared.Count()).ThenBy(shared => shared.Key.Name, StringComparer.Ordinal)
            .Select(shared => new RelatedDepartment(shared.Key.Slug, shared.Key.Name, [.. shared]))];

    private static IEnumerable<Source> AllSources(Department department) =>
        department.Sources
            .Concat(department.OfficeSources)
            .Concat(department.Aliases.SelectMany(a => a.Sources))
            .Concat(department.Responsibilities.SelectMany(r => r.Sources))
            .Concat(department.Functions.SelectMany(f => f.Sources));

    private static int CatalogOrder(Source source) => source.Id;

    private static string[] Codes(IEnumerable<Source> sources) => [.. sources.OrderBy(CatalogOrder).Select(s => s.Code)];
}
