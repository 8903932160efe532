using System.Collections.Concurrent;
using BpoDirectory.Data;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Storage;
using Microsoft.AspNetCore.OutputCaching;

namespace BpoDirectory.Search.Questions;

/// <summary>
/// Counts what is searched for, by wording and day and by nothing else, so that editors learn which words the catalog
/// lacks. Counts gather in memory and are written together; a sudden end loses those of the last moments.
/// </summary>
public sealed class SearchCounter(WriteGate gate, SearchState state, TimeProvider clock)
{
    /// <summary>Days after which counts are dropped.</summary>
    public const int DaysKept = 90;

    /// <summary>The header of requests that follow typing; <c>site.js</c> sends it.</summary>
    public const string TypingHeader = "X-Search-Typing";

    // Wordings that gather between two writes; a flood of different ones is cut off rather than kept.
    private const int MostGathered = 10_000;

    // What misspelt questions were answered as, so that an answer opened counts for that. Forgotten now and then.
    private readonly ConcurrentDictionary<string, string> _corrected = new();

    private ConcurrentDictionary<string, SearchTally> _gathered = new();
    private ConcurrentDictionary<string, int> _opened = new();
    private DateOnly _cleaned;

    /// <summary>
    /// Counts the search that a request asked for. Requests that the search box sends on its own while someone types are no
    /// searches yet.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">The answer to it.</param>
    /// <param name="isShown">Whether a page shows the answer, from which it can be opened.</param>
    public void Count(HttpContext context, SearchAnswer answer, bool isShown)
    {
        // Another try may find more: what ran out of time is not kept by anyone.
        if (answer.IsIncomplete)
            context.Response.Headers.CacheControl = "no-store";
        // An answer sent again from the cache would not be counted.
        if (answer.Query.Length > 0 && context.Features.Get<IOutputCacheFeature>() is { } cache)
            cache.Context.AllowCacheStorage = false;
        if (!context.Request.Headers.ContainsKey(TypingHeader))
            Count(answer, isShown);
    }

    /// <summary>
    /// Counts one search, in its corrected spelling. What may say something about a person is not kept: e-mail addresses, digits,
    /// names after "about".
    /// </summary>
    public void Count(SearchAnswer answer, bool isShown = true)
    {
        if (answer.Query.Length == 0 || answer.Page > 1 || answer.IsIncomplete)
            return;
        var text = (answer.CorrectedQuery ?? answer.Query).TrimEnd('?', '!', '.', ' ').ToLowerInvariant();
        var key = WordingKey.From(text);
        if (key.Length == 0 || PersonalWording.Is(answer.Query, state.Current))
            return;
        if (answer.CorrectedQuery is not null)
            Remember(WordingKey.From(answer.Query), key);
        if (_gathered.Count < MostGathered || _gathered.ContainsKey(key))
            _gathered.AddOrUpdate(key, _ => new SearchTally(text).With(answer, isShown), (_, tally) => tally.With(answer, isShown));
    }

    /// <summary>Counts that an answer to a question was opened.</summary>
    /// <param name="question">The question as asked.</param>
    public void CountOpened(string question)
    {
        var key = WordingKey.From(QueryText.Clean(question));
        if (key.Length > 0 && (_opened.Count < MostGathered || _opened.ContainsKey(key)))
            _opened.AddOrUpdate(key, 1, (_, count) => count + 1);
    }

    /// <summary>
    /// Writes what has gathered, and drops counts older than <see cref="DaysKept"/>. What could not be written gathers again.
    /// </summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (_gathered.IsEmpty && _opened.IsEmpty && _cleaned == today)
            return;
        var gathered = Interlocked.Exchange(ref _gathered, new());
        var opened = Interlocked.Exchange(ref _opened, new());
        try
        {
            await gate.WriteAsync(
                async db =>
                {
                    if (_cleaned != today)
                        await SearchCountStore.CleanAsync(db, today.AddDays(-DaysKept), cancellation);
                    await SearchCountStore.AddAsync(db, gathered, today, cancellation);
                    await SearchCountStore.AddOpenedAsync(
                        db, opened.Select(pair => (_corrected.GetValueOrDefault(pair.Key, pair.Key), pair.Value)), today, cancellation);
                },
                cancellation);
            _cleaned = today;
        }
        catch
        {
            foreach (var (key, tally) in gathered)
                _gathered.AddOrUpdate(key, tally, (_, since) => since.And(tally));
            foreach (var (key, count) in opened)
                _opened.AddOrUpdate(key, count, (_, since) => since + count);
            throw;
        }
    }

    private void Remember(string asked, string meant)
    {
        if (_corrected.Count >= MostGathered)
            _corrected.Clear();
        _corrected[asked] = meant;
    }
}
