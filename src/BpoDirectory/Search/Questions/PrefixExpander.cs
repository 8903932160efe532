using BpoDirectory.Search.Index;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>Reads the last word of a question as the beginning of another: people search while they type.</summary>
internal sealed class PrefixExpander(
    Lexicon lexicon, Vocabulary vocabulary, TermWeighting weights, SpellingCorrector corrector,
    Func<string, int, IEnumerable<string>> nameKeysBeginning)
{
    /// <summary>Most words that one beginning is read as.</summary>
    public const int Most = 40;

    private const int Shortest = 2;

    // So short a word may be unfinished even where the catalog has it: "it su", though "sue" and "PR" are words of the law.
    private const int LongestAlwaysUnfinished = 3;

    /// <summary>
    /// The words that the last one of a question may be the beginning of; none where the catalog or the language has it as it is.
    /// </summary>
    public IReadOnlyList<string> LongerThan(Token word) =>
        word.Text.Length >= Shortest && !weights.IsElsewhere(word) && vocabulary.WithStem(word.Stem).Count == 0
        && !lexicon.Knows(word.Stem) && !EnglishWords.Instance.Knows(word.Text)
            ? [.. vocabulary.StartingWith(word.Text, Most)
                .Union(lexicon.Tokenizer.StandardsOf(word.Text).Where(standard => vocabulary.DepartmentsWith(standard) > 0))]
            : [];

    /// <summary>How the last of these words can be met as an unfinished one.</summary>
    /// <param name="words">The words of a question, without filler.</param>
    /// <param name="longer">What <see cref="LongerThan"/> says of the last one.</param>
    public IEnumerable<Expansion> Expansions(IReadOnlyList<Token> words, IReadOnlyList<string> longer)
    {
        var last = words[^1];
        if (weights.IsElsewhere(last))
            return [];
        List<Expansion> expansions = [.. words.Count == 1 ? OfNames(last) : OfPhrases(words[^2], last, words.Count - 2)];
        if (longer.Count > 0)
        {
            expansions.Add(new Expansion(words.Count - 1, 1, [[.. longer]], RankingWeights.Prefix));
            if (corrector.Correct(last, 1) is { } corrected && !corrected.StartsWith(last.Text, StringComparison.Ordinal))
                expansions.Add(
                    new Expansion(
                        words.Count - 1, 1, [[.. vocabulary.WithStem(EnglishStemmer.Stem(corrected))]], RankingWeights.CorrectedPrefix));
        }
        return expansions;
    }

    // Where it is all that is asked, a word that the language has may begin a department's name: "log".
    private IEnumerable<Expansion> OfNames(Token word)
    {
        if (word.Text.Length < Shortest || lexicon.FillerAt([word], 0) > 0)
            return [];
        string[] completions =
        [
            .. nameKeysBeginning(word.Text, Most)
                .Where(key => key.Length > word.Text.Length && char.IsLetterOrDigit(key[word.Text.Length]))
                .Select(key => lexicon.Tokenizer.Tokenize(key)[0].Text).Distinct(),
        ];
        return completions.Length > 0 ? [new Expansion(0, 1, [completions], RankingWeights.UnfinishedName)] : [];
    }

    // Behind another word it may begin one that follows that word in the catalog: "project man", "research and dev".
    private IEnumerable<Expansion> OfPhrases(Token before, Token word, int first) =>
        (vocabulary.DepartmentsWith(word.Text) == 0 || word.Text.Length <= LongestAlwaysUnfinished)
            && vocabulary.WithStem(before.Stem) is { Count: > 0 } forms
        && vocabulary.StartingWith(word.Text, Most) is { Count: > 0 } longer
            ? [new Expansion(first, 2, [[.. forms], [.. longer]], RankingWeights.UnfinishedPhrase),
                new Expansion(first, 2, [[.. forms], [Tokenizer.And], [.. longer]], RankingWeights.UnfinishedPhrase)]
            : [];
}
