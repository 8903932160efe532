using System.Numerics;

namespace BpoDirectory.Search;

/// <summary>Numbered words, found by their text, their stem, their beginning, or by being near another text.</summary>
internal sealed class WordTable
{
    private readonly string[] _sorted;
    private readonly uint[] _letters;
    private readonly Dictionary<string, int> _numbers;

    // By stem, the place of one word that has it; and by place the next word with the same stem, or -1.
    private readonly Dictionary<string, int> _byStem;
    private readonly int[] _nextOfStem;

    /// <summary>A table of words that all differ.</summary>
    public WordTable(IReadOnlyCollection<(int Number, string Word)> words)
    {
        _numbers = new Dictionary<string, int>(words.Count, StringComparer.Ordinal);
        _byStem = new Dictionary<string, int>(words.Count, StringComparer.Ordinal);
        foreach (var (number, word) in words)
            _numbers[word] = number;
        _sorted = [.. words.Select(word => word.Word)];
        Array.Sort(_sorted, StringComparer.Ordinal);
        _letters = Array.ConvertAll(_sorted, LettersOf);
        _nextOfStem = new int[_sorted.Length];
        for (var place = _sorted.Length - 1; place >= 0; place--)
        {
            var stem = EnglishStemmer.Stem(_sorted[place]);
            _nextOfStem[place] = _byStem.GetValueOrDefault(stem, -1);
            _byStem[stem] = place;
        }
    }

    /// <summary>The words with their numbers.</summary>
    public IReadOnlyDictionary<string, int> Numbers => _numbers;

    /// <summary>The word's number, or 0 when it is not here.</summary>
    public int NumberOf(string word) => _numbers.GetValueOrDefault(word);

    /// <summary>The words with this stem, sorted.</summary>
    public IEnumerable<string> WithStem(string stem)
    {
        for (var place = _byStem.GetValueOrDefault(stem, -1); place >= 0; place = _nextOfStem[place])
            yield return _sorted[place];
    }

    /// <summary>The words that begin with <paramref name="prefix"/>, sorted.</summary>
    public IEnumerable<string> StartingWith(string prefix)
    {
        var first = Array.BinarySearch(_sorted, prefix, StringComparer.Ordinal);
        for (var i = first < 0 ? ~first : first; i < _sorted.Length && _sorted[i].StartsWith(prefix, StringComparison.Ordinal); i++)
            yield return _sorted[i];
    }

    /// <summary>The words at most <paramref name="most"/> typing slips away from <paramref name="text"/>, sorted, each with its distance.</summary>
    public IEnumerable<(string Word, int Slips)> Near(string text, int most)
    {
        var letters = LettersOf(text);
        for (var i = 0; i < _sorted.Length; i++)
        {
            // A slip changes at most two of the letters that occur at all: most words are ruled out without measuring.
            if (BitOperations.PopCount(_letters[i] ^ letters) > 2 * most || Math.Abs(_sorted[i].Length - text.Length) > most)
                continue;
            var slips = EditDistance.Between(text, _sorted[i], most);
            if (slips <= most)
                yield return (_sorted[i], slips);
        }
    }

    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter % 32);
        return letters;
    }
}
