namespace BpoDirectory.Benchmarks.Generation;

/// <summary>The words of a synthetic catalog, with the frequencies of a natural text.</summary>
public sealed class Lexis
{
    /// <summary>The share of departments in whose description each of <see cref="Common"/> stands.</summary>
    public const double CommonShare = 0.2;

    private const int CommonWords = 120;
    private const int RareWords = 500;

    /// <summary>The words that hold English sentences together, most frequent first.</summary>
    public static IReadOnlyList<string> Grammar { get; } =
    [
        "the", "of", "and", "to", "a", "in", "for", "is", "on", "that", "with", "by", "as", "are", "be", "at", "or", "from",
        "it", "an", "which", "this", "their", "has", "have", "not", "its", "they", "each", "all", "when", "also", "after",
        "other", "any", "every", "between", "before", "until", "into", "where", "more", "than", "only", "such", "these",
        "those", "them", "while", "under", "over", "both", "some", "many", "most", "through", "within", "without",
    ];

    private readonly string[] _words;
    private readonly IReadOnlyList<string> _field;
    private readonly Skew _any;
    private readonly Skew _content;
    private readonly Skew _ofField;

    /// <summary>A lexis for a catalog of <paramref name="departments"/>.</summary>
    /// <param name="dice">Where chance comes from.</param>
    /// <param name="field">Real words of the field, most frequent first.</param>
    /// <param name="departments">Vocabularies grow with the square root of the text (H. S. Heaps' law).</param>
    public Lexis(Dice dice, IReadOnlyList<string> field, int departments)
    {
        var inventor = new PseudoWords([.. field, .. Grammar]);
        _field = field;
        Common = [.. Enumerable.Range(0, CommonWords).Select(_ => inventor.NextLone(dice))];
        Rare = [.. Enumerable.Range(0, RareWords).Select(_ => inventor.NextLone(dice))];
        _words = [.. Grammar, .. Mixed(dice, field, inventor, 10_000 + (int)(250 * Math.Sqrt(departments)))];
        _any = new Skew(_words.Length, 1);
        _content = new Skew(_words.Length - Grammar.Count, 1);
        _ofField = new Skew(field.Count, 0.8);
    }

    /// <summary>Invented words, each in the description of one department in five.</summary>
    public IReadOnlyList<string> Common { get; }

    /// <summary>Invented words, each in the description of a handful of departments.</summary>
    public IReadOnlyList<string> Rare { get; }

    /// <summary>A word of running text.</summary>
    public string Any(Dice dice) => _words[_any.Draw(dice)];

    /// <summary>A word that says something: of the field more often than not.</summary>
    public string Content(Dice dice) =>
        dice.Chance(0.6) ? _field[_ofField.Draw(dice)] : _words[Grammar.Count + _content.Draw(dice)];

    // Words of the field are frequent in texts about it: every second word, until they run out.
    private static IEnumerable<string> Mixed(Dice dice, IReadOnlyList<string> field, PseudoWords inventor, int count)
    {
        for (var i = 0; i < count; i++)
            yield return i % 2 == 0 && i / 2 < field.Count ? field[i / 2] : inventor.Next(dice);
    }
}
