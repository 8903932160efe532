using System.Linq.Expressions;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.ServiceLines;

/// <summary>A service line with the departments that deliver it, in order.</summary>
/// <param name="Slug">The line's slug.</param>
/// <param name="Name">The line's name.</param>
/// <param name="Summary">What providers offer in it.</param>
/// <param name="DepartmentCount">How many departments deliver it; the API lists them all and needs no count.</param>
/// <param name="Departments">These departments, or the first of them.</param>
/// <param name="Sources">The sources that state it.</param>
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
public sealed record ServiceLineDetails(
    string Slug, string Name, string Summary,
    [property: JsonIgnore] int DepartmentCount, IReadOnlyList<ListedDepartment> Departments, IReadOnlyList<SourceLink> Sources,
    int Version, DateTime UpdatedAt);

/// <summary>Reads service lines; archived departments deliver nothing here.</summary>
public sealed class ServiceLineReader(PreparedReads reads, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>
    /// All service lines in the catalog's order, each with all its departments or the first <paramref name="mostDepartments"/>.
    /// </summary>
    public async Task<IReadOnlyList<ServiceLineDetails>> ListAsync(
        int mostDepartments = int.MaxValue, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.ServiceLines.AsSplitQuery().OrderBy(line => line.Rank).Select(ToDetails(mostDepartments)).ToListAsync(cancellation);
    }

    /// <summary>The names of all service lines in the catalog's order.</summary>
    public IReadOnlyList<NamedLink> Names() => reads.Read(CatalogQueries.ServiceLines);

    /// <summary>
    /// One service line by its slug, with all its departments or the first <paramref name="mostDepartments"/>, or null; archived ones only
    /// where <paramref name="evenArchived"/>.
    /// </summary>
    public async Task<ServiceLineDetails?> FindAsync(
        string slug, int mostDepartments = int.MaxValue, bool evenArchived = false, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.ServiceLines.IncludingArchived(evenArchived).AsSplitQuery().Where(line => line.Slug == slug)
            .OrderBy(line => line.Id)
            .Select(ToDetails(mostDepartments)).FirstOrDefaultAsync(cancellation);
    }

    private static Expression<Func<ServiceLine, ServiceLineDetails>> ToDetails(int mostDepartments) => line => new ServiceLineDetails(
        line.Slug,
        line.Name,
        line.Summary,
        line.Departments.Count(m => !m.Department.IsArchived),
        line.Departments.Where(m => !m.Department.IsArchived).OrderBy(m => m.Rank).Take(mostDepartments)
            .Select(m => new ListedDepartment(
                m.Department.Slug, m.Department.Name, m.Department.Icon, m.Department.Office, m.Department.Summary)).ToList(),
        line.Sources.OrderBy(s => s.Id).Select(s => new SourceLink(s.Code, s.Slug, s.Title)).ToList(),
        line.Version,
        line.UpdatedAt);
}
