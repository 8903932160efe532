using System.Numerics;

namespace BpoDirectory.Search;

/// <summary>In how many departments a word occurs, and in which tiers.</summary>
/// <param name="Departments">The number of departments.</param>
/// <param name="Tiers">One bit for each tier.</param>
public readonly record struct WordCount(int Departments, int Tiers)
{
    /// <summary>With further departments that have the word in this tier.</summary>
    public WordCount Plus(int tier, int departments) => new(Departments + departments, Tiers | (1 << tier));

    /// <summary>Whether any department has the word in this tier.</summary>
    public bool Has(int tier) => (Tiers & (1 << tier)) != 0;
}

/// <summary>The words that occur in the departments' texts.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, WordCount> _counts;
    private readonly Dictionary<string, List<string>> _wordsByStem = [];
    private readonly string[] _sorted;
    private readonly uint[] _letters;

    /// <summary>A vocabulary over <paramref name="departments"/> departments.</summary>
    public Vocabulary(int departments, Dictionary<string, WordCount> counts)
    {
        Departments = departments;
        _counts = counts;
        _sorted = [.. counts.Keys];
        Array.Sort(_sorted, StringComparer.Ordinal);
        _letters = Array.ConvertAll(_sorted, LettersOf);
        foreach (var word in _sorted)
        {
            var stem = EnglishStemmer.Stem(word);
            if (!_wordsByStem.TryGetValue(stem, out var words))
                _wordsByStem[stem] = words = new List<string>(1);
            words.Add(word);
        }
    }

    /// <summary>How many departments are indexed.</summary>
    public int Departments { get; }

    /// <summary>The words with this stem.</summary>
    public IReadOnlyList<string> WithStem(string stem) => _wordsByStem.TryGetValue(stem, out var words) ? words : [];

    /// <summary>The words that begin with <paramref name="prefix"/>, at most <paramref name="most"/>, those in most departments first.</summary>
    public IReadOnlyList<string> StartingWith(string prefix, int most)
    {
        var first = Array.BinarySearch(_sorted, prefix, StringComparer.Ordinal);
        if (first < 0)
            first = ~first;
        return [.. _sorted.Skip(first)
            .TakeWhile(word => word.StartsWith(prefix, StringComparison.Ordinal))
            .OrderByDescending(word => _counts[word].Departments)
            .Take(most)];
    }

    /// <summary>The words at most <paramref name="most"/> typing slips away from <paramref name="text"/>, each with its distance.</summary>
    public IEnumerable<(string Word, int Slips)> Near(string text, int most)
    {
        var letters = LettersOf(text);
        for (var i = 0; i < _sorted.Length; i++)
        {
            // A slip changes at most two of the letters that occur at all: most words are ruled out without measuring.
            if (Math.Abs(_sorted[i].Length - text.Length) > most || BitOperations.PopCount(_letters[i] ^ letters) > 2 * most)
                continue;
            var slips = EditDistance.Between(text, _sorted[i], most);
            if (slips <= most)
                yield return (_sorted[i], slips);
        }
    }

    /// <summary>In how many departments the word occurs, and in which tiers.</summary>
    public WordCount Count(string word) => _counts.GetValueOrDefault(word);

    /// <summary>In how many departments the word occurs.</summary>
    public int DepartmentsWith(string word) => Count(word).Departments;

    /// <summary>
    /// How much a word tells that occurs in <paramref name="departments"/> departments: the inverse document frequency of
    /// the BM25 family (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework", 2009, with 1 added so that
    /// it stays positive).
    /// </summary>
    public double Specificity(int departments) => Math.Log(1 + ((Math.Max(Departments, departments) - departments + 0.5) / (departments + 0.5)));

    /// <summary>This vocabulary with words that it may lack, each counted as in one department more where it does.</summary>
    public Vocabulary With(IEnumerable<(string Word, int Tier)> words)
    {
        var added = words.Where(word => !Count(word.Word).Has(word.Tier)).ToList();
        if (added.Count == 0)
            return this;
        var counts = new Dictionary<string, WordCount>(_counts, StringComparer.Ordinal);
        foreach (var (word, tier) in added)
            counts[word] = counts.GetValueOrDefault(word).Plus(tier, 1);
        return new Vocabulary(Departments, counts);
    }

    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter % 32);
        return letters;
    }
}
