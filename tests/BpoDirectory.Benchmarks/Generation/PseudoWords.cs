namespace BpoDirectory.Benchmarks.Generation;

/// <summary>Invents words that read like English ones, each once.</summary>
public sealed class PseudoWords
{
    private const int ShortestWord = 5;

    private static readonly string[] Onsets =
    [
        "b", "c", "d", "f", "g", "h", "j", "l", "m", "n", "p", "r", "s", "t", "v", "w",
        "br", "cr", "dr", "fl", "gr", "pl", "pr", "qu", "sh", "sl", "sp", "st", "th", "tr",
    ];

    private static readonly string[] Vowels = ["a", "a", "e", "e", "i", "i", "o", "o", "u", "ai", "ea", "ou"];

    private static readonly string[] Codas =
        ["", "", "", "", "", "", "", "b", "ck", "d", "l", "m", "n", "n", "nd", "p", "r", "r", "ss", "t", "x"];

    private static readonly string[] Suffixes = ["al", "ed", "er", "ic", "ing", "ion", "ity", "ive", "less", "ly", "ment", "s", "tion"];

    // English word forms are made by suffixes: a word that ends so has no other forms, and no other word ends so.
    private static readonly string[] LoneEndings = ["amp", "ild", "oft", "orn", "ulk", "unk"];

    private readonly HashSet<string> _taken;

    /// <summary>An inventor that never invents one of these words.</summary>
    public PseudoWords(IEnumerable<string> taken) => _taken = [.. taken];

    /// <summary>An ordinary word; one in three has an English suffix.</summary>
    public string Next(Dice dice) =>
        New(() => Syllables(dice, 2, 3) + (dice.Chance(1.0 / 3) ? dice.Pick(Suffixes) : ""), isLone: false);

    /// <summary>A word that shares its stem with no other word.</summary>
    public string NextLone(Dice dice) => New(() => Syllables(dice, 1, 2) + dice.Pick(Onsets) + dice.Pick(LoneEndings), isLone: true);

    private string New(Func<string> invent, bool isLone)
    {
        while (true)
        {
            var word = invent();
            var endsAlone = LoneEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));
            if (word.Length >= ShortestWord && endsAlone == isLone && _taken.Add(word))
                return word;
        }
    }

    private static string Syllables(Dice dice, int least, int most) =>
        string.Concat(Enumerable.Range(0, dice.Between(least, most)).Select(_ => dice.Pick(Onsets) + dice.Pick(Vowels) + dice.Pick(Codas)));
}
