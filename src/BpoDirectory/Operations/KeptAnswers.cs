using System.Collections.Concurrent;
using BpoDirectory.Search.Questions;
using Microsoft.Extensions.Primitives;

namespace BpoDirectory.Operations;

/// <summary>All that tells one answer from another.</summary>
internal readonly record struct AnswerKey(
    string Scheme, string? Host, string? Path, string? Query, string? Theme, string Encoding, bool IsEnhancedNavigation)
{
    /// <summary>How much the key takes, in UTF-16 code units.</summary>
    public int Length => (Host?.Length ?? 0) + (Path?.Length ?? 0) + (Query?.Length ?? 0) + (Theme?.Length ?? 0);
}

/// <summary>An answer as it was sent, good for one version of the catalog, and the search that it answers, if any.</summary>
internal sealed record KeptAnswer(
    long Version, KeyValuePair<string, StringValues>[] Headers, string ETag, byte[] Body, RepeatedSearch? Search);

/// <summary>
/// Answers by address, within a fixed size. There are two halves: new answers and those asked for again go into the young
/// one; when it is full it becomes the old one, and what nobody asked for since the last time is gone.
/// </summary>
internal sealed class KeptAnswers
{
    private const long LargestHalf = 48 * 1024 * 1024;
    private const int LongestKey = 1024;
    private const int OverheadOfOne = 1024;

    // What is not asked for again within about as many requests is hardly asked for often: better made again than kept.
    private const int AddressesRemembered = 1 << 7;

    private readonly Lock _turning = new();

    // Hashes of what was asked for lately, each in the place that it names itself: two that meet there forget each other.
    private readonly int[] _asked = new int[AddressesRemembered];
    private ConcurrentDictionary<AnswerKey, KeptAnswer> _young = new();
    private ConcurrentDictionary<AnswerKey, KeptAnswer> _old = new();
    private long _size;

    /// <summary>The answer kept for this address, if it is of this version of the catalog.</summary>
    public KeptAnswer? Find(AnswerKey key, long version)
    {
        if (_young.TryGetValue(key, out var young))
            return young.Version == version ? young : null;
        if (!_old.TryGetValue(key, out var old) || old.Version != version)
            return null;
        Keep(key, old);
        return old;
    }

    /// <summary>
    /// Whether this was asked for before, in this version of the catalog, as far as is remembered. What is asked for once is
    /// not worth keeping: it would only take the place, and the time, of what is.
    /// </summary>
    public bool IsAskedAgain(AnswerKey key, long version)
    {
        var hash = HashCode.Combine(key, version);
        ref var last = ref _asked[hash & (AddressesRemembered - 1)];
        var isAskedAgain = last == hash;
        last = hash;
        return isAskedAgain;
    }

    /// <summary>Keeps an answer, in the place of the one kept before.</summary>
    public void Keep(AnswerKey key, KeptAnswer answer)
    {
        if (key.Length > LongestKey)
            return;
        var before = _young.TryGetValue(key, out var replaced) ? replaced.Body.Length + OverheadOfOne : 0;
        _young[key] = answer;
        if (Interlocked.Add(ref _size, answer.Body.Length + OverheadOfOne - before) < LargestHalf)
            return;
        lock (_turning)
        {
            if (Interlocked.Read(ref _size) < LargestHalf)
                return;
            (_old, _young) = (_young, new ConcurrentDictionary<AnswerKey, KeptAnswer>());
            Interlocked.Exchange(ref _size, 0);
        }
    }
}
