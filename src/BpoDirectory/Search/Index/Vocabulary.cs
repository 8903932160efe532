namespace BpoDirectory.Search.Index;

/// <summary>The words that occur in the departments' texts.</summary>
/// <param name="departments">How many departments are indexed.</param>
/// <param name="words">The words, among others that occur no more.</param>
/// <param name="counts">In how many departments each word occurs, by its number; none for a number beyond the end.</param>
/// <param name="naming">In how many of them it occurs elsewhere than in the description.</param>
public sealed class Vocabulary(int departments, TermList words, IReadOnlyList<int> counts, IReadOnlyList<int> naming)
{
    /// <summary>The word's number in the index, or 0 when it has none.</summary>
    public int NumberOf(string word) => words.NumberOf(word);

    /// <summary>The words with this stem.</summary>
    public IReadOnlyList<string> WithStem(string stem) => [.. words.WithStem(stem).Where(Occurs).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The words that begin with <paramref name="prefix"/>, at most <paramref name="most"/>, those in most departments first.
    /// </summary>
    public IReadOnlyList<string> StartingWith(string prefix, int most) =>
        [.. words.StartingWith(prefix).Where(Occurs).OrderByDescending(DepartmentsWith).Take(most)];

    /// <summary>
    /// The words at most <paramref name="most"/> typing mistakes away from <paramref name="text"/>, each with its distance.
    /// </summary>
    public IEnumerable<(string Word, int Edits)> Near(string text, int most) => Near(text, most, most);

    /// <summary>
    /// The same, but words that begin with another letter may be no more than <paramref name="mostOfOthers"/> mistakes away.
    /// </summary>
    public IEnumerable<(string Word, int Edits)> Near(string text, int most, int mostOfOthers) =>
        words.Near(text, most, mostOfOthers).Where(near => Occurs(near.Word));

    /// <summary>
    /// The letters and the digits of a code such as "w2" or "h1b", where the catalog has them as words of their own: "W-2", "H-1B".
    /// </summary>
    public IReadOnlyList<string>? WrittenApart(string code)
    {
        int[] changes =
            [.. Enumerable.Range(1, Math.Max(code.Length - 1, 0))
                .Where(at => char.IsAsciiDigit(code[at]) != char.IsAsciiDigit(code[at - 1]))];
        IEnumerable<string[]> ways = changes.Length > 1
            ? [.. changes.Select(at => new[] { code[..at], code[at..] }),
                [.. changes.Prepend(0).Zip([.. changes, code.Length], (start, end) => code[start..end])]]
            : changes.Select(at => new[] { code[..at], code[at..] });
        return ways.FirstOrDefault(parts => parts.All(Occurs));
    }

    /// <summary>In how many departments the word occurs.</summary>
    public int DepartmentsWith(string word) => Count(word, counts);

    /// <summary>In how many departments the word says what they are or do, and does not merely occur in the description.</summary>
    public int DepartmentsNaming(string word) => Count(word, naming);

    /// <summary>
    /// How much a word tells that occurs in <paramref name="departmentsWithIt"/> departments: the inverse document frequency of
    /// the BM25 family (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework", 2009, with 1 added so that
    /// it stays positive).
    /// </summary>
    public double Specificity(int departmentsWithIt) =>
        Math.Log(1 + ((Math.Max(departments, departmentsWithIt) - departmentsWithIt + 0.5) / (departmentsWithIt + 0.5)));

    private int Count(string word, IReadOnlyList<int> departmentsByNumber) =>
        words.NumberOf(word) is var number && number < departmentsByNumber.Count ? departmentsByNumber[number] : 0;

    private bool Occurs(string word) => DepartmentsWith(word) > 0;
}
