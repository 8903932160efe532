using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search;

/// <summary>A handful of spellings, synonyms and words, small enough to see through.</summary>
internal static class SmallLanguage
{
    public static Lexicon Lexicon { get; } = new(
        new Dictionary<string, string> { ["centre"] = "center", ["labour"] = "labor" },
        tokenizer =>
        [
            Set(tokenizer, "Wages", null, 7, "payroll", "wages", "pay slips"),
            Set(tokenizer, "Call centre", 3, null, "call centre", "contact center", "phone support"),
            Set(tokenizer, "Getting help", 4, null, "who to ask for help", "helpdesk"),
        ]);

    /// <summary>Words, each with the number of departments that have it, of ten.</summary>
    public static Vocabulary Vocabulary { get; } = Words(
        10,
        ("accounting", 2), ("accounts", 4), ("call", 3), ("center", 1), ("complaint", 2), ("contact", 1), ("customer", 9), ("desk", 1),
        ("help", 2), ("inventory", 2), ("invoice", 1), ("invoices", 2), ("invoicing", 3), ("it", 6), ("legal", 1), ("marketing", 2),
        ("payroll", 2), ("phone", 1), ("rd", 1), ("software", 1), ("support", 5), ("technical", 2), ("wages", 1));

    public static Vocabulary Words(int departments, params IEnumerable<(string Word, int Departments)> words) =>
        WordsWith([], departments, words);

    /// <summary>Words, some of them in descriptions only.</summary>
    public static Vocabulary WordsWith(
        IReadOnlyCollection<string> mentioned, int departments, params IEnumerable<(string Word, int Departments)> words)
    {
        var counted = words.ToList();
        return new Vocabulary(
            departments, new TermList([.. counted.Select((word, place) => (place + 1, word.Word))]),
            [0, .. counted.Select(word => word.Departments)],
            [0, .. counted.Select(word => mentioned.Contains(word.Word) ? 0 : word.Departments)]);
    }

    private static Synonyms Set(Tokenizer tokenizer, string name, int? department, int? function, params string[] members)
    {
        var set = new Synonyms(name, department, function);
        set.Phrases.AddRange(members.Select(member => new SynonymPhrase([.. tokenizer.Tokenize(member).Select(word => word.Stem)], set)));
        return set;
    }
}
