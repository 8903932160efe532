using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Partners;

/// <summary>A partner, and how many departments have it do their work.</summary>
public sealed record PartnerDetails(string Slug, string Name, string? Website, string? Note, int DepartmentCount);

/// <summary>Reads partners; archived departments have none.</summary>
public sealed class PartnerReader(PreparedReads reads, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>All partners by name.</summary>
    public async Task<IReadOnlyList<PartnerDetails>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Partners.OrderBy(p => p.NameKey)
            .Select(p => new PartnerDetails(p.Slug, p.Name, p.Website, p.Note, db.Departments.Count(d => d.PartnerId == p.Id))).ToListAsync(cancellation);
    }

    /// <summary>The names of all partners, by name.</summary>
    public IReadOnlyList<NamedLink> Names() => reads.Read(CatalogQueries.Partners);
}
