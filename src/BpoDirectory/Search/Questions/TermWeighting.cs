using BpoDirectory.Search.Index;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>How much each word of a question tells about its subject.</summary>
internal sealed class TermWeighting(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int DepartmentsOfSynonym = 2;

    /// <summary>Whether the catalog names something by the word, or a synonym set has it.</summary>
    public bool IsNamed(Token word) =>
        lexicon.Knows(word.Stem) || vocabulary.WithStem(word.Stem).Any(form => vocabulary.DepartmentsNaming(form) > 0);

    /// <summary>
    /// Whether the word is an everyday subject that the catalog does not name, though a description may mention it: whoever asks
    /// means something else.
    /// </summary>
    public bool IsElsewhere(Token word) => EverydaySubjects.Has(word) && !IsNamed(word);

    /// <summary>The words with their weights.</summary>
    /// <param name="words">The words of a question, without filler.</param>
    /// <param name="expansions">How they can be met.</param>
    /// <param name="targets">What they point at.</param>
    public IReadOnlyList<QueryTerm> Weigh(IReadOnlyList<Token> words, List<Expansion> expansions, List<SynonymTarget> targets)
    {
        var isAnyNamed = words.Any(IsNamed);
        return
        [
            .. words.Select((word, i) =>
                new QueryTerm(word, WeightOf(word, isAnyNamed, IsMet(i)) * (word.IsLight ? RankingWeights.Light : 1))
                {
                    IsContext = IsContext(word, IsMet(i)),
                }),
        ];

        // A word that the language has is not met for being the beginning of one that may stand beside the other somewhere.
        bool IsMet(int term) =>
            expansions.Exists(
                expansion => Covers(expansion.First, expansion.Count, term)
                    && (expansion.Quality != RankingWeights.UnfinishedPhrase || !EnglishWords.Instance.Knows(words[term].Text)))
            || targets.Exists(target => Covers(target.First, target.Count, term));
    }

    private double WeightOf(Token word, bool isAnyNamed, bool isMet)
    {
        if (IsElsewhere(word))
            return vocabulary.Specificity(0) * RankingWeights.EverydaySubject;
        var forms = vocabulary.WithStem(word.Stem);
        if (forms.Select(vocabulary.DepartmentsNaming).DefaultIfEmpty(0).Max() is > 0 and var naming)
            return vocabulary.Specificity(naming);
        if (forms.Select(vocabulary.DepartmentsWith).DefaultIfEmpty(0).Max() is > 0 and var departments)
            return vocabulary.Specificity(departments) * (isAnyNamed && !lexicon.Knows(word.Stem) ? RankingWeights.OnlyMentioned : 1);
        if (isMet)
            return vocabulary.Specificity(DepartmentsOfSynonym);
        return vocabulary.Specificity(0) * UnknownWeight(word.Text);
    }

    private static double UnknownWeight(string word) =>
        EnglishWords.Instance.IsCommonNoun(word)
            ? RankingWeights.UnknownCommonNoun
            : EnglishWords.Instance.IsCommon(word) ? RankingWeights.UnknownCommonWord : 1;

    // A place, a person or a number that nothing in the catalog is about.
    private bool IsContext(Token word, bool isMet) =>
        !isMet && !IsElsewhere(word) && vocabulary.WithStem(word.Stem).Count == 0
        && (EnglishWords.Instance.IsName(word.Text) || char.IsAsciiDigit(word.Text[0]));

    private static bool Covers(int first, int count, int term) => first <= term && term < first + count;
}
