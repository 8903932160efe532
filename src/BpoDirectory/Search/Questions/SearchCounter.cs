using System.Collections.Concurrent;
using BpoDirectory.Data;
using BpoDirectory.Search.Storage;
using Microsoft.AspNetCore.OutputCaching;

namespace BpoDirectory.Search.Questions;

/// <summary>
/// Counts what is searched for, by wording and day and by nothing else, so that editors learn which words the catalog
/// lacks. Counts gather in memory and are written together; a sudden end loses those of the last moments.
/// </summary>
public sealed class SearchCounter(WriteGate gate, TimeProvider clock)
{
    /// <summary>Days after which counts are dropped.</summary>
    public const int DaysKept = 90;

    /// <summary>The header of requests that follow typing; <c>site.js</c> sends it.</summary>
    public const string TypingHeader = "X-Search-Typing";

    // Wordings that gather between two writes; a flood of different ones is cut off rather than kept.
    private const int MostGathered = 10_000;

    private const int DigitsOfANumber = 6;

    private ConcurrentDictionary<(string Text, bool IsAnswered), int> _gathered = new();
    private DateOnly _cleaned;

    /// <summary>
    /// Counts the search that a request asked for. Requests that the search box sends on its own while someone types are no
    /// searches yet.
    /// </summary>
    public void Count(HttpContext context, SearchAnswer answer)
    {
        // Another try may find more: what ran out of time is not kept by anyone.
        if (answer.IsIncomplete)
            context.Response.Headers.CacheControl = "no-store";
        // An answer sent again from the cache would not be counted.
        if (answer.Query.Length > 0 && context.Features.Get<IOutputCacheFeature>() is { } cache)
            cache.Context.AllowCacheStorage = false;
        if (!context.Request.Headers.ContainsKey(TypingHeader))
            Count(answer);
    }

    /// <summary>Counts one search. What looks like a personal detail (an address with @, a number of six digits) is not kept.</summary>
    public void Count(SearchAnswer answer)
    {
        if (answer.Query.Length == 0 || answer.Page > 1 || answer.IsIncomplete || IsPersonal(answer.Query))
            return;
        var key = (answer.Query.ToLowerInvariant(), answer.IsAnswered);
        if (_gathered.Count < MostGathered || _gathered.ContainsKey(key))
            _gathered.AddOrUpdate(key, 1, (_, count) => count + 1);
    }

    /// <summary>Writes what has gathered, and drops counts older than <see cref="DaysKept"/>. What could not be written gathers again.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (_gathered.IsEmpty && _cleaned == today)
            return;
        var gathered = Interlocked.Exchange(ref _gathered, new());
        try
        {
            await gate.WriteAsync(db => SearchCountStore.AddAsync(db, gathered, today, today.AddDays(-DaysKept), cancellation), cancellation);
            _cleaned = today;
        }
        catch
        {
            foreach (var (key, count) in gathered)
                _gathered.AddOrUpdate(key, count, (_, since) => since + count);
            throw;
        }
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
