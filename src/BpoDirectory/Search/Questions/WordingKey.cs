using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>Tells wordings apart that differ by more than case, accents, signs and blanks.</summary>
internal static class WordingKey
{
    private static readonly Tokenizer Words = new(new Dictionary<string, string>());

    /// <summary>The words of a text in plain lower case, parted by blanks; empty when it has none.</summary>
    public static string From(string text) => string.Join(' ', Words.Tokenize(text).Select(word => word.Text));
}
