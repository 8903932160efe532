namespace BpoDirectory.Search.Text;

/// <summary>A word or phrase of a synonym set, as stems.</summary>
/// <param name="Stems">The stems in order.</param>
/// <param name="Set">The set it belongs to.</param>
public sealed record SynonymPhrase(string[] Stems, Synonyms Set);

/// <summary>A synonym set, with the keys of what it points at.</summary>
public sealed record Synonyms(string Name, int? DepartmentId, int? FunctionId)
{
    public List<SynonymPhrase> Phrases { get; } = [];
}

/// <summary>What the directory knows about language: spellings and synonyms, both data of the catalog, and filler words.</summary>
public sealed class Lexicon
{
    private const int FewestWordsOfShortenedPhrase = 2;

    private static readonly Lazy<Dictionary<string, List<string>>> Data = new(() => EmbeddedWordLists.Lists("filler.yaml"));

    private readonly ILookup<string, SynonymPhrase> _phrasesByFirstStem;
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _light;
    private readonly Dictionary<string, List<string[]>> _fillerByFirstWord;

    /// <summary>
    /// A lexicon of the spellings given, by their variants, and the synonym sets that <paramref name="synonyms"/> makes of them.
    /// </summary>
    public Lexicon(IReadOnlyDictionary<string, string> spellings, Func<Tokenizer, IEnumerable<Synonyms>> synonyms)
    {
        Tokenizer = new Tokenizer(spellings);
        _fillerByFirstWord = Data.Value["filler"]
            .Select(wording => Tokenizer.Tokenize(wording).Select(word => word.Text).ToArray())
            .Where(wording => wording.Length > 0)
            .GroupBy(wording => wording[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(wording => wording.Length).ToList());
        _light = [.. Data.Value["light"].SelectMany(Tokenizer.Tokenize).Select(word => word.Stem)];
        var phrases = synonyms(Tokenizer).SelectMany(set => set.Phrases).ToList();
        _phrasesByFirstStem = phrases.Concat(phrases.Select(Shortened).OfType<SynonymPhrase>()).ToLookup(phrase => phrase.Stems[0]);
        _words = [.. phrases.SelectMany(phrase => phrase.Stems)];
    }

    public Tokenizer Tokenizer { get; }

    /// <summary>The synonym phrases that stand in <paramref name="words"/> from <paramref name="start"/> on.</summary>
    public IEnumerable<SynonymPhrase> SynonymsAt(IReadOnlyList<Token> words, int start) =>
        _phrasesByFirstStem[words[start].Stem].Where(phrase =>
            start + phrase.Stems.Length <= words.Count
            && phrase.Stems.Index().All(part => words[start + part.Index].Stem == part.Item));

    /// <summary>
    /// How many of <paramref name="words"/> from <paramref name="start"/> on are the longest filler wording there; 0 when none.
    /// </summary>
    public int FillerAt(IReadOnlyList<Token> words, int start) =>
        _fillerByFirstWord.GetValueOrDefault(words[start].Text)?.Find(wording =>
            start + wording.Length <= words.Count
            && wording.Index().All(part => words[start + part.Index].Text == part.Item))?.Length ?? 0;

    /// <summary>Whether the word, behind filler, says what is done with a subject rather than which one is meant.</summary>
    public bool IsLight(Token word) => _light.Contains(word.Stem);

    /// <summary>Whether the stem occurs in any synonym phrase.</summary>
    public bool Knows(string stem) => _words.Contains(stem);

    // "hand in notice" is met in "handing in my notice" too, of which filler leaves two words.
    private SynonymPhrase? Shortened(SynonymPhrase phrase)
    {
        string[] stems = [.. phrase.Stems.Where(stem => FillerAt([new Token(stem, 0, stem.Length)], 0) == 0)];
        return stems.Length < phrase.Stems.Length && stems.Length >= FewestWordsOfShortenedPhrase ? phrase with { Stems = stems } : null;
    }
}
