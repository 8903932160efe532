namespace BpoDirectory.Search;

/// <summary>Meets the terms of a question in passages.</summary>
public sealed class PassageMatcher
{
    private readonly Interpretation _question;
    private readonly Dictionary<string, List<Reading>> _readingsByFirstWord = new(StringComparer.Ordinal);

    /// <summary>A matcher for one question; used by one thread at a time.</summary>
    public PassageMatcher(Interpretation question)
    {
        _question = question;
        foreach (var reading in question.Readings)
            foreach (var word in reading.Phrase[0].Distinct())
            {
                if (!_readingsByFirstWord.TryGetValue(word, out var readings))
                    _readingsByFirstWord[word] = readings = [];
                readings.Add(reading);
            }
    }

    /// <summary>Writes into <paramref name="met"/> how well the passage meets each term, 0 for not at all.</summary>
    /// <returns>How many of its words meet any term, or -1 when the passage meets none.</returns>
    public int Meet(Passage passage, double[] met)
    {
        Array.Clear(met);
        var words = 0;
        var last = -1;
        foreach (var (at, reading) in Places(passage))
        {
            for (var term = reading.First; term < reading.First + reading.Count; term++)
                met[term] = Math.Max(met[term], reading.Quality);
            var end = at + reading.Phrase.Length - 1;
            words += Math.Max(0, end - Math.Max(at - 1, last));
            last = Math.Max(last, end);
        }
        var signposted = false;
        foreach (var signpost in _question.Signposts)
        {
            if (signpost.FunctionId is null || signpost.FunctionId != passage.FunctionId)
                continue;
            signposted = true;
            for (var term = signpost.First; term < signpost.First + signpost.Count; term++)
                met[term] = Math.Max(met[term], Quality.Signpost);
        }
        return words > 0 || signposted ? words : -1;
    }

    /// <summary>The words of the passage that meet any term, as ranges of its text, in order and without overlaps.</summary>
    public IReadOnlyList<TextRange> Highlights(Passage passage) =>
        [.. Places(passage)
            .SelectMany(place => Enumerable.Range(place.At, place.Reading.Phrase.Length))
            .Distinct()
            .Order()
            .Select(word => new TextRange(passage.Words[word].Start, passage.Words[word].Length))];

    // Where readings begin in the passage, from its start to its end.
    private IEnumerable<(int At, Reading Reading)> Places(Passage passage)
    {
        for (var at = 0; at < passage.Words.Count; at++)
        {
            if (!_readingsByFirstWord.TryGetValue(passage.Words[at].Text, out var readings))
                continue;
            foreach (var reading in readings)
                if (Continues(reading, passage.Words, at))
                    yield return (at, reading);
        }
    }

    private static bool Continues(Reading reading, IReadOnlyList<Word> words, int at)
    {
        if (at + reading.Phrase.Length > words.Count)
            return false;
        for (var i = 1; i < reading.Phrase.Length; i++)
            if (Array.IndexOf(reading.Phrase[i], words[at + i].Text) < 0)
                return false;
        return true;
    }
}
