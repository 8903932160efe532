namespace BpoDirectory.Search;

/// <summary>Subjects of everyday life that no department has to do with, such as horses and football.</summary>
internal static class EverydaySubjects
{
    private static readonly Lazy<HashSet<string>> Stems =
        new(() => [.. SearchData.Lists("everyday.yaml").Values.SelectMany(words => words).Select(EnglishStemmer.Stem)]);

    /// <summary>Whether the word is such a subject.</summary>
    public static bool Has(Word word) => Stems.Value.Contains(word.Stem);
}
