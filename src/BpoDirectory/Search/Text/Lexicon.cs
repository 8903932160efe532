using BpoDirectory.Data.Sqlite;

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

    private static readonly Lazy<Dictionary<string, List<string>>> Data = new(() => SearchData.Lists("filler.yaml"));

    private readonly ILookup<string, SynonymPhrase> _phrasesByFirstStem;
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _light;
    private readonly Dictionary<string, List<string[]>> _fillerByFirstWord;

    /// <summary>A lexicon of the spellings given, by their variants, and the synonym sets that <paramref name="synonyms"/> makes of them.</summary>
    public Lexicon(IReadOnlyDictionary<string, string> spellings, Func<WordSplitter, IEnumerable<Synonyms>> synonyms)
    {
        Splitter = new WordSplitter(spellings);
        _fillerByFirstWord = Data.Value["filler"]
            .Select(wording => Splitter.Split(wording).Select(word => word.Text).ToArray())
            .Where(wording => wording.Length > 0)
            .GroupBy(wording => wording[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(wording => wording.Length).ToList());
        _light = [.. Data.Value["light"].SelectMany(Splitter.Split).Select(word => word.Stem)];
        var phrases = synonyms(Splitter).SelectMany(set => set.Phrases).ToList();
        _phrasesByFirstStem = phrases.Concat(phrases.Select(Shortened).OfType<SynonymPhrase>()).ToLookup(phrase => phrase.Stems[0]);
        _words = [.. phrases.SelectMany(phrase => phrase.Stems)];
    }

    public WordSplitter Splitter { get; }

    /// <summary>Reads the spellings and synonyms out of the database.</summary>
    public static Lexicon Read(ReadSession session)
    {
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        session.Each("SELECT Variant, Standard FROM SpellingVariants", row => spellings[row.GetString(0)] = row.GetString(1));
        var members = session.Query(
                "SELECT SynonymSetId, Text FROM SynonymMember ORDER BY Id", row => (Set: row.GetInt32(0), Text: row.GetString(1)))
            .ToLookup(member => member.Set, member => member.Text);
        return new Lexicon(spellings, splitter => session.Query(
            "SELECT Id, Name, DepartmentId, BusinessFunctionId FROM SynonymSets WHERE NOT IsArchived ORDER BY Id",
            row =>
            {
                var set = new Synonyms(row.GetString(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.IsDBNull(3) ? null : row.GetInt32(3));
                set.Phrases.AddRange(members[row.GetInt32(0)]
                    .Select(member => splitter.Split(member).Select(word => word.Stem).ToArray())
                    .Where(stems => stems.Length > 0)
                    .Select(stems => new SynonymPhrase(stems, set)));
                return set;
            }));
    }

    /// <summary>The synonym phrases that stand in <paramref name="words"/> from <paramref name="start"/> on.</summary>
    public IEnumerable<SynonymPhrase> SynonymsAt(IReadOnlyList<Word> words, int start) =>
        _phrasesByFirstStem[words[start].Stem].Where(phrase =>
            start + phrase.Stems.Length <= words.Count
            && phrase.Stems.Index().All(part => words[start + part.Index].Stem == part.Item));

    /// <summary>How many of <paramref name="words"/> from <paramref name="start"/> on are the longest filler wording there; 0 when none.</summary>
    public int FillerAt(IReadOnlyList<Word> words, int start) =>
        _fillerByFirstWord.GetValueOrDefault(words[start].Text)?.Find(wording =>
            start + wording.Length <= words.Count
            && wording.Index().All(part => words[start + part.Index].Text == part.Item))?.Length ?? 0;

    /// <summary>Whether the word, behind filler, says what is done with a subject rather than which one is meant.</summary>
    public bool IsLight(Word word) => _light.Contains(word.Stem);

    /// <summary>Whether the stem occurs in any synonym phrase.</summary>
    public bool Knows(string stem) => _words.Contains(stem);

    // "hand in notice" is met in "handing in my notice" too, of which filler leaves two words.
    private SynonymPhrase? Shortened(SynonymPhrase phrase)
    {
        string[] stems = [.. phrase.Stems.Where(stem => FillerAt([new Word(stem, 0, stem.Length)], 0) == 0)];
        return stems.Length < phrase.Stems.Length && stems.Length >= FewestWordsOfShortenedPhrase ? phrase with { Stems = stems } : null;
    }
}
