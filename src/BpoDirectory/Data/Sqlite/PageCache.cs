using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Data.Sqlite;

/// <summary>How much of the database a connection keeps in memory.</summary>
internal static class PageCache
{
    /// <summary>What each connection begins with, and goes back to when it is used again: 2 MB, as SQLite has it.</summary>
    public const string Usual = "PRAGMA cache_size = -2000;";

    /// <summary>
    /// Keeps up to 64 MB until the connection is closed: a write that goes all over the database reads the same pages again and again, which with
    /// the usual room it has to fetch from the log that it wrote them to.
    /// </summary>
    public static Task WidenCacheAsync(this DirectoryDbContext db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -65536;", cancellation);
}
