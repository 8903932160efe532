using System.Linq.Expressions;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>A department as a member of a service line.</summary>
public sealed record LineDepartment(string Slug, string Name, Office Office, string Summary);

/// <summary>A service line with the departments that deliver it, in order.</summary>
public sealed record ServiceLineDetails(
    string Slug, string Name, string Summary, IReadOnlyList<LineDepartment> Departments, IReadOnlyList<SourceLink> Sources);

/// <summary>Reads service lines; archived departments deliver nothing here.</summary>
public sealed class ServiceLineReader(IDbContextFactory<DirectoryDbContext> contexts)
{
    private static readonly Expression<Func<ServiceLine, ServiceLineDetails>> ToDetails = line => new ServiceLineDetails(
        line.Slug,
        line.Name,
        line.Summary,
        line.Departments.Where(m => !m.Department.IsArchived).OrderBy(m => m.Rank)
            .Select(m => new LineDepartment(m.Department.Slug, m.Department.Name, m.Department.Office, m.Department.Summary)).ToList(),
        line.Sources.OrderBy(s => s.Id).Select(s => new SourceLink(s.Code, s.Slug, s.Title)).ToList());

    /// <summary>All service lines in the catalog's order.</summary>
    public async Task<IReadOnlyList<ServiceLineDetails>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.ServiceLines.AsSplitQuery().OrderBy(line => line.Rank).Select(ToDetails).ToListAsync(cancellation);
    }

    /// <summary>One service line by its slug, or null.</summary>
    public async Task<ServiceLineDetails?> FindAsync(string slug, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.ServiceLines.AsSplitQuery().Where(line => line.Slug == slug).OrderBy(line => line.Id)
            .Select(ToDetails).FirstOrDefaultAsync(cancellation);
    }
}
