using BpoDirectory.Data;
using BpoDirectory.Search.Questions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search.Storage;

/// <summary>Keeps how often each wording was searched for, by day, and how it is answered.</summary>
internal static class SearchCountStore
{
    /// <summary>Adds searches of a day, by the keys of their wordings.</summary>
    public static async Task AddAsync(
        DirectoryDbContext db, IEnumerable<KeyValuePair<string, SearchTally>> searches, DateOnly day, CancellationToken cancellation)
    {
        foreach (var (key, tally) in searches)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO SearchWordings (Key, Text, Outcome, IsWhole, IsDismissed, IsApproved)
                VALUES ({key}, {tally.Text}, {tally.Outcome.ToString()}, {tally.IsWhole}, FALSE, FALSE)
                ON CONFLICT (Key) DO UPDATE SET Outcome = excluded.Outcome, IsWhole = excluded.IsWhole
                """,
                cancellation);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO SearchCounts AS c (WordingKey, Day, Count, Unanswered, Shown, Opened)
                VALUES ({key}, {day}, {tally.Count}, {tally.Unanswered}, {tally.Shown}, 0)
                ON CONFLICT (WordingKey, Day) DO UPDATE SET
                    Count = c.Count + excluded.Count, Unanswered = c.Unanswered + excluded.Unanswered, Shown = c.Shown + excluded.Shown
                """,
                cancellation);
        }
    }

    /// <summary>Adds how often answers to wordings were opened on a day; wordings that nobody has asked are passed over.</summary>
    public static async Task AddOpenedAsync(
        DirectoryDbContext db, IEnumerable<(string Key, int Count)> opened, DateOnly day, CancellationToken cancellation)
    {
        foreach (var (key, count) in opened)
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO SearchCounts AS c (WordingKey, Day, Count, Unanswered, Shown, Opened)
                SELECT Key, {day}, 0, 0, 0, {count} FROM SearchWordings WHERE Key = {key}
                ON CONFLICT (WordingKey, Day) DO UPDATE SET Opened = c.Opened + excluded.Opened
                """,
                cancellation);
    }

    /// <summary>
    /// Drops the counts of days before <paramref name="oldest"/>, and wordings without a count of which editors said nothing.
    /// </summary>
    public static async Task CleanAsync(DirectoryDbContext db, DateOnly oldest, CancellationToken cancellation)
    {
        await db.SearchCounts.Where(count => count.Day < oldest).ExecuteDeleteAsync(cancellation);
        await db.SearchWordings.Where(wording => !wording.IsDismissed && !wording.IsApproved && wording.Counts.Count == 0)
            .ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The wordings that were asked most, with how they are answered as far as known; dismissed ones left out.</summary>
    public static async Task<IReadOnlyList<SearchWording>> ReadMostAskedAsync(
        DirectoryDbContext db, int most, CancellationToken cancellation) =>
        await db.SearchWordings.AsNoTracking().Where(wording => !wording.IsDismissed)
            .OrderByDescending(wording => wording.IsApproved)
            .ThenByDescending(wording => wording.Counts.Sum(count => count.Count)).ThenBy(wording => wording.Key)
            .Take(most)
            .ToListAsync(cancellation);
}
