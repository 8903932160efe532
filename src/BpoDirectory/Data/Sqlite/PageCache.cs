using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Data.Sqlite;

/// <summary>How much of the database a connection keeps in memory.</summary>
internal static class PageCache
{
    private const string Usual = "PRAGMA cache_size = -2000;";
    private const string Wide = "PRAGMA cache_size = -65536;";

    /// <summary>
    /// Keeps up to 64 MB instead of SQLite's 2 until the answer is disposed: a write that goes all over the database reads the same pages
    /// again and again, which with the usual room it has to fetch from the log that it wrote them to. Null where the database is no file.
    /// </summary>
    public static async Task<IAsyncDisposable?> WidenCacheAsync(this DirectoryDbContext db, CancellationToken cancellation)
    {
        if (!db.Database.IsSqlite())
            return null;
        await db.Database.ExecuteSqlRawAsync(Wide, cancellation);
        return new WideCache(db);
    }

    // The connection goes back to the pool, for readers to use.
    private sealed class WideCache(DirectoryDbContext db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await db.Database.ExecuteSqlRawAsync(Usual, CancellationToken.None);
    }
}
