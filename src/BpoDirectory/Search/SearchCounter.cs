using System.Collections.Concurrent;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search;

/// <summary>What a cache of answers must do when it sends a search's answer again.</summary>
public sealed record RepeatedSearch(Action<HttpContext> Count);

/// <summary>
/// Counts what is searched for, by wording and day and by nothing else, so that editors learn which words the catalog
/// lacks. Counts gather in memory and are written together; a sudden end loses those of the last moments.
/// </summary>
public sealed class SearchCounter(WriteGate gate, TimeProvider clock)
{
    /// <summary>Days after which counts are dropped.</summary>
    public const int DaysKept = 90;

    /// <summary>The header of requests that follow typing; <c>search.js</c> sends it.</summary>
    public const string TypingHeader = "X-Search-Typing";

    // Wordings that gather between two writes; a flood of different ones is cut off rather than kept.
    private const int MostGathered = 10_000;

    private const int DigitsOfANumber = 6;

    private ConcurrentDictionary<(string Text, bool IsAnswered), int> _gathered = new();

    /// <summary>
    /// Counts the search that a request asked for, and again whenever the same answer is sent from a cache. Requests
    /// that the search box sends on its own while someone types are no searches yet.
    /// </summary>
    public void Count(HttpContext context, SearchAnswer answer)
    {
        var repeated = new RepeatedSearch(again =>
        {
            if (!again.Request.Headers.ContainsKey(TypingHeader))
                Count(answer);
        });
        context.Features.Set(repeated);
        repeated.Count(context);
    }

    /// <summary>Counts one search. What looks like a personal detail (an address with @, a number of six digits) is not kept.</summary>
    public void Count(SearchAnswer answer)
    {
        if (answer.Query.Length == 0 || answer.Page > 1 || IsPersonal(answer.Query))
            return;
        var key = (answer.Query.ToLowerInvariant(), answer.Total > 0 || answer.OutsourcingTypes.Count > 0);
        if (_gathered.Count < MostGathered || _gathered.ContainsKey(key))
            _gathered.AddOrUpdate(key, 1, (_, count) => count + 1);
    }

    /// <summary>Writes what has gathered, and drops counts older than <see cref="DaysKept"/>.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        if (_gathered.IsEmpty)
            return;
        var gathered = Interlocked.Exchange(ref _gathered, new());
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await gate.WriteAsync(
            async db =>
            {
                await db.SearchCounts.Where(c => c.Day < today.AddDays(-DaysKept)).ExecuteDeleteAsync(cancellation);
                foreach (var ((text, isAnswered), count) in gathered)
                    await db.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO SearchCounts (Day, IsAnswered, Text, Count) VALUES ({today}, {isAnswered}, {text}, {count})
                        ON CONFLICT DO UPDATE SET Count = Count + excluded.Count
                        """,
                        cancellation);
            },
            cancellation);
    }

    private static bool IsPersonal(string text)
    {
        var digits = 0;
        foreach (var letter in text)
        {
            digits = char.IsDigit(letter) ? digits + 1 : 0;
            if (letter == '@' || digits == DigitsOfANumber)
                return true;
        }
        return false;
    }
}
