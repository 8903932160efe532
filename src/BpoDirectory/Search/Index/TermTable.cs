using System.Numerics;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Index;

/// <summary>Numbered words, found by their text, their stem, their beginning, or by being near another text.</summary>
internal sealed class TermTable
{
    private readonly string[] _sorted;
    private readonly uint[] _letters;
    private readonly Dictionary<string, int> _numbers;

    // By stem, the place of one word that has it; and by place the next word with the same stem, or -1.
    private readonly Dictionary<string, int> _byStem;
    private readonly int[] _nextOfStem;

    /// <summary>A table of words that all differ.</summary>
    public TermTable(IReadOnlyCollection<(int Number, string Word)> words)
    {
        _numbers = new Dictionary<string, int>(words.Count, StringComparer.Ordinal);
        _byStem = new Dictionary<string, int>(words.Count, StringComparer.Ordinal);
        foreach (var (number, word) in words)
            _numbers[word] = number;
        _sorted = [.. words.Select(word => word.Word)];
        // The database sorts by code point, nearly as here.
        if (!IsSorted(_sorted))
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

    /// <summary>The words at most so many typing mistakes away from <paramref name="text"/>, sorted, each with its distance.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most typing mistakes in words with the same first letter.</param>
    /// <param name="mostOfOthers">
    /// The most typing mistakes in words with another first letter, no more than <paramref name="most"/>.
    /// </param>
    public IEnumerable<(string Word, int Edits)> Near(string text, int most, int mostOfOthers)
    {
        var letters = LettersOf(text);
        var (first, end) = Beginning(text);
        for (var i = 0; i < _sorted.Length; i++)
        {
            var limit = i >= first && i < end ? most : mostOfOthers;
            // A typing mistake changes at most two of the letters that occur at all: most words are ruled out without measuring.
            if (BitOperations.PopCount(_letters[i] ^ letters) > 2 * limit || Math.Abs(_sorted[i].Length - text.Length) > limit)
                continue;
            var edits = EditDistance.Between(text, _sorted[i], limit);
            if (edits <= limit)
                yield return (_sorted[i], edits);
        }
    }

    // Where the words with the same first letter stand.
    private (int First, int End) Beginning(string text)
    {
        if (text.Length == 0)
            return (0, 0);
        return (At(text[..1]), At(((char)(text[0] + 1)).ToString()));

        int At(string beginning) => Array.BinarySearch(_sorted, beginning, StringComparer.Ordinal) is var at && at >= 0 ? at : ~at;
    }

    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter % 32);
        return letters;
    }

    private static bool IsSorted(string[] words)
    {
        for (var i = 1; i < words.Length; i++)
            if (string.CompareOrdinal(words[i - 1], words[i]) > 0)
                return false;
        return true;
    }
}
