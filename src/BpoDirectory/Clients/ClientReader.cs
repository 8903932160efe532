using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Clients;

/// <summary>A client, and how many departments serve it.</summary>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Note">What else there is to say.</param>
/// <param name="DepartmentCount">How many departments serve it; <c>/departments?client=</c> lists them.</param>
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
public sealed record ClientDetails(string Slug, string Name, string? Note, int DepartmentCount, int Version, DateTime UpdatedAt);

/// <summary>Reads clients for who may see them; archived departments serve nobody.</summary>
public sealed class ClientReader(PreparedReads reads, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>All clients by name.</summary>
    public Task<IReadOnlyList<ClientDetails>> ListAsync(CancellationToken cancellation = default) =>
        ReadAsync(clients => clients, cancellation);

    /// <summary>One client by its slug, or null; one that readers no longer see where <paramref name="evenArchived"/>.</summary>
    public async Task<ClientDetails?> FindAsync(string slug, bool evenArchived = false, CancellationToken cancellation = default) =>
        await ReadAsync(clients => clients.IncludingArchived(evenArchived).Where(c => c.Slug == slug), cancellation) is [var client]
            ? client
            : null;

    /// <summary>The names of all clients, by name.</summary>
    public IReadOnlyList<NamedLink> Names() => reads.Read(CatalogQueries.Clients);

    private async Task<IReadOnlyList<ClientDetails>> ReadAsync(
        Func<IQueryable<Client>, IQueryable<Client>> choose, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await choose(db.Clients).OrderBy(c => c.NameKey)
            .Select(c => new ClientDetails(c.Slug, c.Name, c.Note, c.Departments.Count(d => !d.IsArchived), c.Version, c.UpdatedAt))
            .ToListAsync(cancellation);
    }
}
