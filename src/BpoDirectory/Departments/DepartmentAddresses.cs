using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>A department's place on the web: its slug, and when it last changed (UTC).</summary>
public sealed record DepartmentAddress(string Slug, DateTime UpdatedAt);

/// <summary>Lists every department there is, for those who copy the whole site's addresses.</summary>
public sealed class DepartmentAddresses(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>Departments on one page: the most that a sitemap may hold (sitemaps.org).</summary>
    public const int PageSize = 50_000;

    /// <summary>How many pages there are.</summary>
    public async Task<int> CountPagesAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var count = await db.Departments.CountAsync(cancellation);
        return (count + PageSize - 1) / PageSize;
    }

    /// <summary>One page, from 1, in the order in which departments were added; empty past the end.</summary>
    public async Task<IReadOnlyList<DepartmentAddress>> ListAsync(int page, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Departments
            .OrderBy(d => d.Id)
            .Skip((int)Math.Min((page - 1L) * PageSize, int.MaxValue))
            .Take(PageSize)
            .Select(d => new DepartmentAddress(d.Slug, d.UpdatedAt))
            .ToListAsync(cancellation);
    }
}
