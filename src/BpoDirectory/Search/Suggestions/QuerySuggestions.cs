using BpoDirectory.Search.Index;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Suggestions;

/// <summary>Offers names and words that do have answers, close to a question that has none.</summary>
public static class QuerySuggestions
{
    /// <summary>Most texts offered.</summary>
    public const int Most = 5;

    private const int ShortestWord = 3;
    private const int ShortestPrefix = 4;
    private const int NamesOfWord = 2;

    /// <summary>Names of departments and functions, and single words, that are near a word of the question; nearest first.</summary>
    public static IReadOnlyList<string> For(SearchReader reader, SearchSnapshot snapshot, string question) =>
        [.. snapshot.Lexicon.Tokenizer.Tokenize(question)
            .Where(word => word.Text.Length >= ShortestWord && snapshot.Lexicon.FillerAt([word], 0) == 0)
            .SelectMany(word => Near(word, snapshot.Vocabulary))
            .Where(near => !snapshot.Interpreter.Weights.IsElsewhere(new Token(near.Word, 0, near.Word.Length)))
            .OrderBy(near => near.Distance)
            .ThenByDescending(near => near.Word.Length)
            .SelectMany(near => snapshot.Names.Get(reader).NamesWith(near.Word)
                .Select(entry => reader.Suggested(entry)?.Text).OfType<string>().Take(NamesOfWord)
                .DefaultIfEmpty(IsFiller(near.Word, snapshot) ? "" : near.Word))
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(Most)];

    private static bool IsFiller(string word, SearchSnapshot snapshot) =>
        snapshot.Lexicon.FillerAt(snapshot.Lexicon.Tokenizer.Tokenize(word), 0) > 0;

    // Forms of the word itself, words a few typing mistakes away, and words with the same beginning. A common word is near none but
    // itself: "cup" is not a misspelt "cut".
    private static IEnumerable<(string Word, double Distance)> Near(Token word, Vocabulary vocabulary)
    {
        foreach (var form in vocabulary.WithStem(word.Stem))
            yield return (form, 0);
        if (EnglishWords.Instance.IsCommon(word.Text))
            yield break;
        foreach (var (near, edits) in vocabulary.Near(word.Text, Math.Max(1, word.Text.Length / 4)))
            if (near.Length >= ShortestWord)
                yield return (near, edits);
        if (word.Text.Length > ShortestPrefix)
            foreach (var near in vocabulary.StartingWith(word.Text[..^1], Most))
                yield return (near, 1);
    }
}
