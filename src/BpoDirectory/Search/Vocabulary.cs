namespace BpoDirectory.Search;

/// <summary>The words that occur in the departments' texts, and in how many departments each.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> _departmentsByWord;
    private readonly Dictionary<string, List<string>> _wordsByStem = [];
    private readonly string[] _sorted;

    /// <summary>A vocabulary over <paramref name="departments"/> departments; <paramref name="departmentsByWord"/> counts those that have each word.</summary>
    public Vocabulary(int departments, Dictionary<string, int> departmentsByWord)
    {
        Departments = departments;
        _departmentsByWord = departmentsByWord;
        _sorted = [.. departmentsByWord.Keys.Order(StringComparer.Ordinal)];
        foreach (var word in _sorted)
        {
            var stem = EnglishStemmer.Stem(word);
            if (!_wordsByStem.TryGetValue(stem, out var words))
                _wordsByStem[stem] = words = [];
            words.Add(word);
        }
    }

    /// <summary>How many departments are indexed.</summary>
    public int Departments { get; }

    /// <summary>Every word, sorted.</summary>
    public IReadOnlyList<string> Words => _sorted;

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
            .OrderByDescending(word => _departmentsByWord[word])
            .Take(most)];
    }

    /// <summary>In how many departments the word occurs.</summary>
    public int DepartmentsWith(string word) => _departmentsByWord.GetValueOrDefault(word);

    /// <summary>
    /// How much a word tells that occurs in <paramref name="departments"/> departments: the inverse document frequency of
    /// the BM25 family (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework", 2009, with 1 added so that
    /// it stays positive).
    /// </summary>
    public double Specificity(int departments) => Math.Log(1 + ((Departments - departments + 0.5) / (departments + 0.5)));
}
