namespace BpoDirectory.Search.Text;

/// <summary>Subjects of everyday life that no department has to do with, such as horses and football.</summary>
internal static class EverydaySubjects
{
    // By the word itself and its plural, not by its stem: "animals" has one with "animated".
    private static readonly Lazy<HashSet<string>> Words =
        new(() => [.. EmbeddedWordLists.Lists("everyday.yaml").Values.SelectMany(words => words).SelectMany(Forms)]);

    /// <summary>Whether the word is such a subject.</summary>
    public static bool Has(Token word) => Words.Value.Contains(word.Text);

    private static string[] Forms(string word) =>
        word.EndsWith('y') ? [word, $"{word}s", $"{word[..^1]}ies"] : [word, $"{word}s", $"{word}es"];
}
