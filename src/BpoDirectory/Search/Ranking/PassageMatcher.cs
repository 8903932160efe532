using BpoDirectory.Search.Questions;

namespace BpoDirectory.Search.Ranking;

/// <summary>Meets the terms of a question in passages; used by one thread at a time.</summary>
internal sealed class PassageMatcher
{
    private readonly Interpretation _question;
    private readonly Dictionary<int, List<IndexedExpansion>> _expansionsByFirstTerm = [];

    // One bit for each first word, by the lowest bits of its number: most words of a passage are passed over by it.
    private readonly ulong _firstWords;

    /// <summary>A matcher for one question and its expansions.</summary>
    public PassageMatcher(Interpretation question, IEnumerable<IndexedExpansion> expansions)
    {
        _question = question;
        foreach (var expansion in expansions)
            foreach (var word in expansion.Phrase[0].Distinct())
            {
                if (!_expansionsByFirstTerm.TryGetValue(word, out var others))
                    _expansionsByFirstTerm[word] = others = [];
                others.Add(expansion);
                _firstWords |= Bit(word);
            }
    }

    /// <summary>Writes into <paramref name="met"/> how well a passage meets each term, 0 for not at all.</summary>
    /// <returns>How many of its words meet any term, or -1 when the passage meets none.</returns>
    public int Meet(ReadOnlySpan<int> passage, int functionId, double[] met)
    {
        Array.Clear(met);
        var words = 0;
        var last = -1;
        for (var at = 0; at < passage.Length; at++)
            foreach (var expansion in Beginning(passage[at]))
            {
                if (!Continues(expansion, passage, at))
                    continue;
                Raise(met, expansion.First, expansion.Count, expansion.Quality);
                var end = at + expansion.Phrase.Length - 1;
                words += Math.Max(0, end - Math.Max(at - 1, last));
                last = Math.Max(last, end);
            }
        var isTarget = false;
        foreach (var target in _question.SynonymTargets)
        {
            if (target.FunctionId is null || target.FunctionId != functionId)
                continue;
            isTarget = true;
            Raise(met, target.First, target.Count, RankingWeights.SynonymTarget);
        }
        return words > 0 || isTarget ? words : -1;
    }

    /// <summary>Which words of a passage meet any term, by their places, ascending.</summary>
    public IReadOnlyCollection<int> Met(ReadOnlySpan<int> passage)
    {
        var met = new SortedSet<int>();
        for (var at = 0; at < passage.Length; at++)
            foreach (var expansion in Beginning(passage[at]))
                if (Continues(expansion, passage, at))
                    met.UnionWith(Enumerable.Range(at, expansion.Phrase.Length));
        return met;
    }

    private List<IndexedExpansion> Beginning(int word) =>
        (_firstWords & Bit(word)) != 0 && _expansionsByFirstTerm.TryGetValue(word, out var expansions) ? expansions : None;

    private static List<IndexedExpansion> None { get; } = [];

    private static ulong Bit(int word) => 1UL << (word & 63);

    private static void Raise(double[] met, int first, int count, double quality)
    {
        for (var term = first; term < first + count; term++)
            met[term] = Math.Max(met[term], quality);
    }

    private static bool Continues(IndexedExpansion expansion, ReadOnlySpan<int> words, int at)
    {
        if (at + expansion.Phrase.Length > words.Length)
            return false;
        for (var i = 1; i < expansion.Phrase.Length; i++)
            if (Array.IndexOf(expansion.Phrase[i], words[at + i]) < 0)
                return false;
        return true;
    }
}
