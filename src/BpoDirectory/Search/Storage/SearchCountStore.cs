using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search.Storage;

/// <summary>Keeps how often each wording was searched for, by day.</summary>
internal static class SearchCountStore
{
    /// <summary>Adds counts of a day, and drops those of days before <paramref name="oldest"/>.</summary>
    public static async Task AddAsync(
        DirectoryDbContext db, IEnumerable<KeyValuePair<(string Text, bool IsAnswered), int>> counts, DateOnly day, DateOnly oldest,
        CancellationToken cancellation)
    {
        await db.SearchCounts.Where(c => c.Day < oldest).ExecuteDeleteAsync(cancellation);
        foreach (var ((text, isAnswered), count) in counts)
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO SearchCounts (Day, IsAnswered, Text, Count) VALUES ({day}, {isAnswered}, {text}, {count})
                ON CONFLICT DO UPDATE SET Count = Count + excluded.Count
                """,
                cancellation);
    }
}
