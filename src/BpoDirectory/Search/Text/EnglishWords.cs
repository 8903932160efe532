using System.Reflection;

namespace BpoDirectory.Search.Text;

/// <summary>A list of English words: what stands in it is not misspelt, and its common words say little about a subject.</summary>
public sealed class EnglishWords
{
    private static readonly Lazy<EnglishWords> Loaded = new(Load);

    private readonly HashSet<string> _common = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nouns = new(StringComparer.Ordinal);

    private readonly Lazy<ILookup<char, string>> _byFirstLetter;

    private EnglishWords() => _byFirstLetter = new(() => _common.Concat(_others).ToLookup(word => word[0]));

    public static EnglishWords Instance => Loaded.Value;

    /// <summary>Whether the lower-case word is one of the few thousand most common ones.</summary>
    public bool IsCommon(string word) => _common.Contains(word);

    /// <summary>Whether the lower-case word is English at all.</summary>
    public bool Knows(string word) => IsCommon(word) || _others.Contains(word);

    /// <summary>Whether the lower-case word is the name of a place or of people: no misspelling of something else.</summary>
    public bool IsName(string word) => _names.Contains(word);

    /// <summary>Whether the lower-case word is a common one and mostly a noun: it names a thing, and does not say how one is.</summary>
    public bool IsCommonNoun(string word) => _nouns.Contains(word);

    /// <summary>All words that begin with this letter.</summary>
    public IEnumerable<string> BeginningWith(char letter) => _byFirstLetter.Value[letter];

    private static EnglishWords Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Search/english-words.txt")!;
        using var reader = new StreamReader(stream);
        var words = new EnglishWords();
        var sections = new Queue<HashSet<string>>([words._common, words._others, words._names, words._nouns]);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
                sections.Dequeue();
            else if (line[0] != '#')
                sections.Peek().Add(line);
        }
        return words;
    }
}
