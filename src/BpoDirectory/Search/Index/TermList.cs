namespace BpoDirectory.Search.Index;

/// <summary>
/// The numbered words of the index: many that were read at once, and those few that came since. Which of them occur is
/// another matter (<see cref="Vocabulary"/>).
/// </summary>
public sealed class TermList
{
    // Beyond this many, all words are put into one table again.
    private const int MostSince = 2_000;

    private readonly TermTable _words;
    private readonly TermTable _since;

    /// <summary>A list of words that all differ, each with its number from 1.</summary>
    public TermList(IReadOnlyCollection<(int Number, string Word)> words)
        : this(new TermTable(words), new TermTable([]), words.Select(word => word.Number).DefaultIfEmpty(0).Max())
    {
    }

    private TermList(TermTable words, TermTable since, int highest) => (_words, _since, Highest) = (words, since, highest);

    /// <summary>The highest number given.</summary>
    public int Highest { get; }

    /// <summary>This list with words that are not in it.</summary>
    public TermList With(IReadOnlyCollection<(int Number, string Word)> words)
    {
        if (words.Count == 0)
            return this;
        List<(int Number, string Word)> since = [.. Numbered(_since), .. words];
        return since.Count > MostSince
            ? new TermList([.. Numbered(_words), .. since])
            : new TermList(_words, new TermTable(since), Math.Max(Highest, words.Max(word => word.Number)));
    }

    /// <summary>The word's number, or 0 when it is not in the list.</summary>
    public int NumberOf(string word) => _words.NumberOf(word) is > 0 and var number ? number : _since.NumberOf(word);

    /// <summary>The words with this stem.</summary>
    public IEnumerable<string> WithStem(string stem) => _words.WithStem(stem).Concat(_since.WithStem(stem));

    /// <summary>The words that begin with <paramref name="prefix"/>.</summary>
    public IEnumerable<string> StartingWith(string prefix) => _words.StartingWith(prefix).Concat(_since.StartingWith(prefix));

    /// <summary>
    /// The words at most <paramref name="most"/> typing mistakes away from <paramref name="text"/>, or <paramref name="mostOfOthers"/>
    /// when they begin with another letter, each with its distance.
    /// </summary>
    public IEnumerable<(string Word, int Edits)> Near(string text, int most, int mostOfOthers) =>
        _words.Near(text, most, mostOfOthers).Concat(_since.Near(text, most, mostOfOthers));

    private static IEnumerable<(int Number, string Word)> Numbered(TermTable words) => words.Numbers.Select(word => (word.Value, word.Key));
}
