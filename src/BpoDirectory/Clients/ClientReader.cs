using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Clients;

/// <summary>A client, and how many departments serve it.</summary>
public sealed record ClientDetails(string Slug, string Name, string? Note, int DepartmentCount);

/// <summary>Reads clients for who may see them; archived departments serve nobody.</summary>
public sealed class ClientReader(PreparedReads reads, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>All clients by name.</summary>
    public async Task<IReadOnlyList<ClientDetails>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Clients.OrderBy(c => c.NameKey)
            .Select(c => new ClientDetails(c.Slug, c.Name, c.Note, c.Departments.Count(d => !d.IsArchived))).ToListAsync(cancellation);
    }

    /// <summary>The names of all clients, by name.</summary>
    public IReadOnlyList<NamedLink> Names() => reads.Read(CatalogQueries.Clients);
}
