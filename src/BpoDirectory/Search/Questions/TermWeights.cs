using BpoDirectory.Search.Index;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>How much each word of a question tells about its subject.</summary>
internal sealed class TermWeights(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int DepartmentsOfSynonym = 2;

    // "minecraft resource pack" is about Minecraft, though "resource" and "pack" each name something.
    private const double RareWordsOutweighedByEverydaySubject = 2;

    /// <summary>Whether the catalog names something by the word, or a synonym set has it.</summary>
    public bool IsNamed(Word word) => lexicon.Knows(word.Stem) || vocabulary.WithStem(word.Stem).Any(form => vocabulary.DepartmentsNaming(form) > 0);

    /// <summary>
    /// Whether the word is an everyday subject that the catalog does not name, though a description may mention it: whoever asks
    /// means something else.
    /// </summary>
    public bool IsElsewhere(Word word) => EverydaySubjects.Has(word) && !IsNamed(word);

    /// <summary>The words with their weights.</summary>
    /// <param name="words">The words of a question, without filler.</param>
    /// <param name="readings">How they can be met.</param>
    /// <param name="signposts">What they point at.</param>
    public IReadOnlyList<Term> Of(IReadOnlyList<Word> words, List<Reading> readings, List<Signpost> signposts)
    {
        var isAnyNamed = words.Any(IsNamed);
        return [.. words.Select((word, i) => new Term(word, Weigh(word, isAnyNamed, IsMet(i)) * (word.IsLight ? Quality.Light : 1)) { IsContext = IsContext(word, IsMet(i)) })];

        // A word that the language has is not met for being the beginning of one that may stand beside the other somewhere.
        bool IsMet(int term) => readings.Exists(reading => Covers(reading.First, reading.Count, term) && (reading.Quality != Quality.UnfinishedPhrase || !EnglishWords.Instance.Knows(words[term].Text)))
            || signposts.Exists(signpost => Covers(signpost.First, signpost.Count, term));
    }

    private double Weigh(Word word, bool isAnyNamed, bool isMet)
    {
        if (IsElsewhere(word))
            return vocabulary.Specificity(0) * RareWordsOutweighedByEverydaySubject;
        var forms = vocabulary.WithStem(word.Stem);
        if (forms.Select(vocabulary.DepartmentsNaming).DefaultIfEmpty(0).Max() is > 0 and var naming)
            return vocabulary.Specificity(naming);
        if (forms.Select(vocabulary.DepartmentsWith).DefaultIfEmpty(0).Max() is > 0 and var departments)
            return vocabulary.Specificity(departments) * (isAnyNamed && !lexicon.Knows(word.Stem) ? Quality.OnlyMentioned : 1);
        if (isMet)
            return vocabulary.Specificity(DepartmentsOfSynonym);
        return vocabulary.Specificity(0) * OfUnknown(word.Text);
    }

    private static double OfUnknown(string word) =>
        EnglishWords.Instance.IsCommonNoun(word) ? Quality.UnknownCommonNoun : EnglishWords.Instance.IsCommon(word) ? Quality.UnknownCommonWord : 1;

    // A place, a person or a number that nothing in the catalog is about.
    private bool IsContext(Word word, bool isMet) =>
        !isMet && !IsElsewhere(word) && vocabulary.WithStem(word.Stem).Count == 0
        && (EnglishWords.Instance.IsName(word.Text) || char.IsAsciiDigit(word.Text[0]));

    private static bool Covers(int first, int count, int term) => first <= term && term < first + count;
}
