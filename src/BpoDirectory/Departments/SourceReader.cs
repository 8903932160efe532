using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>A source with its description.</summary>
public sealed record SourceDetails(string Code, string Slug, string Title, string Description);

/// <summary>Reads the sources that the directory's facts cite.</summary>
public sealed class SourceReader(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>All sources in the catalog's order.</summary>
    public async Task<IReadOnlyList<SourceDetails>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Sources.OrderBy(s => s.Id)
            .Select(s => new SourceDetails(s.Code, s.Slug, s.Title, s.Description))
            .ToListAsync(cancellation);
    }
}
