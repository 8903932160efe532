using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>
/// Picks entries of a list by their names: each word of the question, filler left out, must begin a word of one and the
/// same name or be another form of it. Nothing asked picks everything.
/// </summary>
public sealed class NameFilter
{
    private readonly Tokenizer _tokenizer;
    private readonly List<Token> _words;

    /// <summary>A filter by <paramref name="text"/>, which may be of any form and length.</summary>
    public NameFilter(string? text, Lexicon lexicon)
    {
        Text = QueryText.Clean(text);
        _tokenizer = lexicon.Tokenizer;
        _words = WithoutFiller(_tokenizer.Tokenize(Text), lexicon);
    }

    /// <summary>The question as used.</summary>
    public string Text { get; }

    /// <summary>Whether one of the names is asked for.</summary>
    public bool Meets(IEnumerable<string> names) => Text.Length == 0 || (_words.Count > 0 && names.Any(Meets));

    private bool Meets(string name)
    {
        var words = _tokenizer.Tokenize(name);
        return _words.TrueForAll(asked => words.Exists(word =>
            word.Stem == asked.Stem || word.Text.StartsWith(asked.Text, StringComparison.Ordinal)));
    }

    // A question of filler alone, such as "it", asks for just those words.
    private static List<Token> WithoutFiller(List<Token> words, Lexicon lexicon)
    {
        var kept = new List<Token>();
        for (var i = 0; i < words.Count;)
        {
            var filler = lexicon.FillerAt(words, i);
            if (filler == 0)
                kept.Add(words[i]);
            i += Math.Max(filler, 1);
        }
        return kept.Count > 0 ? kept : words;
    }
}
