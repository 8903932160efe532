using BpoDirectory.Search.Questions;

namespace BpoDirectory.Search.Ranking;

/// <summary>Meets the terms of a question in passages; used by one thread at a time.</summary>
internal sealed class PassageMatcher
{
    private readonly Interpretation _question;
    private readonly Dictionary<int, List<WordReading>> _readingsByFirstWord = [];

    // One bit for each first word, by the lowest bits of its number: most words of a passage are passed over by it.
    private readonly ulong _firstWords;

    /// <summary>A matcher for one question and its readings.</summary>
    public PassageMatcher(Interpretation question, IEnumerable<WordReading> readings)
    {
        _question = question;
        foreach (var reading in readings)
            foreach (var word in reading.Phrase[0].Distinct())
            {
                if (!_readingsByFirstWord.TryGetValue(word, out var others))
                    _readingsByFirstWord[word] = others = [];
                others.Add(reading);
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
            foreach (var reading in Beginning(passage[at]))
            {
                if (!Continues(reading, passage, at))
                    continue;
                Raise(met, reading.First, reading.Count, reading.Quality);
                var end = at + reading.Phrase.Length - 1;
                words += Math.Max(0, end - Math.Max(at - 1, last));
                last = Math.Max(last, end);
            }
        var signposted = false;
        foreach (var signpost in _question.Signposts)
        {
            if (signpost.FunctionId is null || signpost.FunctionId != functionId)
                continue;
            signposted = true;
            Raise(met, signpost.First, signpost.Count, Quality.Signpost);
        }
        return words > 0 || signposted ? words : -1;
    }

    /// <summary>Which words of a passage meet any term, by their places, ascending.</summary>
    public IReadOnlyCollection<int> Met(ReadOnlySpan<int> passage)
    {
        var met = new SortedSet<int>();
        for (var at = 0; at < passage.Length; at++)
            foreach (var reading in Beginning(passage[at]))
                if (Continues(reading, passage, at))
                    met.UnionWith(Enumerable.Range(at, reading.Phrase.Length));
        return met;
    }

    private List<WordReading> Beginning(int word) =>
        (_firstWords & Bit(word)) != 0 && _readingsByFirstWord.TryGetValue(word, out var readings) ? readings : None;

    private static List<WordReading> None { get; } = [];

    private static ulong Bit(int word) => 1UL << (word & 63);

    private static void Raise(double[] met, int first, int count, double quality)
    {
        for (var term = first; term < first + count; term++)
            met[term] = Math.Max(met[term], quality);
    }

    private static bool Continues(WordReading reading, ReadOnlySpan<int> words, int at)
    {
        if (at + reading.Phrase.Length > words.Length)
            return false;
        for (var i = 1; i < reading.Phrase.Length; i++)
            if (Array.IndexOf(reading.Phrase[i], words[at + i]) < 0)
                return false;
        return true;
    }
}
