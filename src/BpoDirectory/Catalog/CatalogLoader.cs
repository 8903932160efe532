using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Catalog;

/// <summary>Fills a new database with the built-in catalog, once, in one transaction.</summary>
public sealed class CatalogLoader(PreparedReads reads, WriteGate gate, TimeProvider clock)
{
    /// <summary>Loads the catalog when the database holds no source yet: every directory that was ever filled has one.</summary>
    /// <param name="loaded">
    /// Runs in the same transaction, after the entities have their keys: what must be true of every department.
    /// </param>
    /// <param name="cancellation">Ends the load; the database stays empty then.</param>
    /// <returns>Whether the database was new.</returns>
    public async Task<bool> LoadIntoNewDatabaseAsync(
        Func<DirectoryDbContext, CancellationToken, Task> loaded, CancellationToken cancellation = default)
    {
        if (!reads.Read(CatalogQueries.IsEmpty))
            return false;

        var isNew = false;
        await gate.WriteAsync(
            async db =>
            {
                isNew = !await db.Sources.AnyAsync(cancellation);
                if (!isNew)
                    return;
                new CatalogEntities(CatalogFiles.Read(), clock.GetUtcNow().UtcDateTime).AddTo(db);
                await db.SaveChangesAsync(cancellation);
                await loaded(db, cancellation);
            },
            cancellation);
        return isNew;
    }
}
