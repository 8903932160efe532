using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Partners;

/// <summary>A partner, and how many departments have it do their work.</summary>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Website">An http or https address.</param>
/// <param name="Note">What else there is to say.</param>
/// <param name="DepartmentCount">How many departments have it do their work; <c>/departments?partner=</c> lists them.</param>
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
public sealed record PartnerDetails(
    string Slug, string Name, string? Website, string? Note, int DepartmentCount, int Version, DateTime UpdatedAt);

/// <summary>Reads partners; archived departments have none.</summary>
public sealed class PartnerReader(PreparedReads reads, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>All partners by name.</summary>
    public Task<IReadOnlyList<PartnerDetails>> ListAsync(CancellationToken cancellation = default) =>
        ReadAsync(partners => partners, cancellation);

    /// <summary>One partner by its slug, or null; one that readers no longer see where <paramref name="evenArchived"/>.</summary>
    public async Task<PartnerDetails?> FindAsync(string slug, bool evenArchived = false, CancellationToken cancellation = default) =>
        await ReadAsync(partners => partners.IncludingArchived(evenArchived).Where(p => p.Slug == slug), cancellation) is [var partner]
            ? partner
            : null;

    /// <summary>The names of all partners, by name.</summary>
    public IReadOnlyList<NamedLink> Names() => reads.Read(CatalogQueries.Partners);

    private async Task<IReadOnlyList<PartnerDetails>> ReadAsync(
        Func<IQueryable<Partner>, IQueryable<Partner>> choose, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await choose(db.Partners).OrderBy(p => p.NameKey)
            .Select(p => new PartnerDetails(
                p.Slug, p.Name, p.Website, p.Note, db.Departments.Count(d => d.PartnerId == p.Id && !d.IsArchived), p.Version, p.UpdatedAt))
            .ToListAsync(cancellation);
    }
}
