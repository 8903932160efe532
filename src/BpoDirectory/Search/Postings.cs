using System.Collections.Concurrent;
using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>
/// Which departments have which words, read from the index word by word as questions need them and kept, so that a word
/// in a fifth of all departments is read once and not with each question.
/// </summary>
public sealed class Postings(Vocabulary vocabulary)
{
    // About 32 MB of department keys; then everything is forgotten and read again.
    private const int MostKeys = 8_000_000;

    private readonly ConcurrentDictionary<(int Tier, string Words), int[]> _departments = [];
    private int _keys;

    /// <summary>For each tier in which any of the words occurs, the keys of the departments that have one there.</summary>
    public IEnumerable<(int Tier, int[] Departments)> Of(ReadSession session, IReadOnlyCollection<string> words)
    {
        for (var tier = 1; tier <= Tier.Count; tier++)
        {
            var there = words.Where(word => vocabulary.Count(word).Has(tier)).ToList();
            if (there.Count > 0)
                yield return (tier, Read(session, tier, there));
        }
    }

    private int[] Read(ReadSession session, int tier, List<string> words)
    {
        var key = (tier, string.Join(' ', words));
        if (_departments.TryGetValue(key, out var known))
            return known;
        int[] read = [.. SearchIndex.Find(session, tier, words)];
        if (Interlocked.Add(ref _keys, read.Length + 16) > MostKeys)
        {
            _departments.Clear();
            _keys = 0;
        }
        return _departments[key] = read;
    }
}
