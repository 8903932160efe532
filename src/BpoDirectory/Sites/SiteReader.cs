using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Sites;

/// <summary>A site with the departments that work there.</summary>
/// <param name="Site">What it is called, and where it is.</param>
/// <param name="TimeZone">The IANA name of its time zone; null where it is not told.</param>
/// <param name="DepartmentCount">How many departments work there.</param>
/// <param name="Departments">These departments by name, or the first of them.</param>
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
public sealed record SiteDetails(
    SiteLink Site, string? TimeZone, int DepartmentCount, IReadOnlyList<ListedDepartment> Departments, int Version, DateTime UpdatedAt);

/// <summary>Reads sites; archived departments work nowhere here.</summary>
public sealed class SiteReader(PreparedReads reads, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>All sites by name, each with the first <paramref name="mostDepartments"/> of its departments.</summary>
    public Task<IReadOnlyList<SiteDetails>> ListAsync(int mostDepartments, CancellationToken cancellation = default) =>
        ReadAsync(sites => sites, mostDepartments, cancellation);

    /// <summary>One site by its slug, with the first <paramref name="mostDepartments"/> of its departments, or null.</summary>
    /// <param name="slug">The slug that it has now.</param>
    /// <param name="mostDepartments">The largest number of departments.</param>
    /// <param name="evenArchived">Whether one that readers no longer see is found too.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<SiteDetails?> FindAsync(
        string slug, int mostDepartments, bool evenArchived = false, CancellationToken cancellation = default) =>
        await ReadAsync(sites => sites.IncludingArchived(evenArchived).Where(site => site.Slug == slug), mostDepartments, cancellation)
            is [var site] ? site : null;

    /// <summary>The names of all sites, by name.</summary>
    public IReadOnlyList<NamedLink> Names() => reads.Read(CatalogQueries.Sites);

    private async Task<IReadOnlyList<SiteDetails>> ReadAsync(
        Func<IQueryable<Site>, IQueryable<Site>> choose, int mostDepartments, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await choose(db.Sites).AsSplitQuery().OrderBy(site => site.NameKey).Select(site => new SiteDetails(
            new SiteLink(site.Slug, site.Name, site.City, site.Country), site.TimeZone,
            site.Departments.Count(d => !d.IsArchived),
            site.Departments.Where(d => !d.IsArchived).OrderBy(d => d.NameKey).Take(mostDepartments)
                .Select(d => new ListedDepartment(d.Slug, d.Name, d.Icon, d.Office, d.Summary)).ToList(),
            site.Version, site.UpdatedAt)).ToListAsync(cancellation);
    }
}
