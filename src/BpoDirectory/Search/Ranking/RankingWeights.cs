namespace BpoDirectory.Search.Ranking;

/// <summary>
/// Every weight that decides whether and in which order departments answer. All are ratios, chosen on questions with known
/// answers: change one, and <c>tests/BpoDirectory.Benchmarks/run relevance</c> says what it does.
/// </summary>
public static class RankingWeights
{
    // How well an expansion stands for the term as typed, which counts 1.

    public const double Exact = 1;

    public const double Compound = 0.95;

    /// <summary>What a synonym set points at.</summary>
    public const double SynonymTarget = 0.9;

    /// <summary>The beginning of a department's name: "log", on the way to "Logistics".</summary>
    public const double UnfinishedName = 0.9;

    /// <summary>The beginning of a word behind the one that it follows somewhere: "human r", on the way to "human resources".</summary>
    public const double UnfinishedPhrase = 0.9;

    public const double Synonym = 0.8;

    /// <summary>What the last word may be with one mistake corrected, where it may also be the beginning of another: "biling".</summary>
    public const double CorrectedPrefix = 0.8;

    public const double Prefix = 0.75;

    /// <summary>A word that begins with the stem: "complaint" for "complain".</summary>
    public const double Derived = 0.7;

    /// <summary>A word that is complete may still be the beginning of another: "invent", on the way to "inventory".</summary>
    public const double PrefixOfWholeWord = 0.65;

    // How much a term of a question says about its subject, beside its inverse document frequency.

    /// <summary>
    /// Beside a word by which the catalog names something, one that a description only mentions ("calculates") says little.
    /// </summary>
    public const double OnlyMentioned = 0.35;

    /// <summary>A word that says what is done with a subject ("who stores …") says little about which one is meant.</summary>
    public const double Light = 0.35;

    /// <summary>A common English word that the catalog does not know ("my old bill") says less about the subject than a rare one.</summary>
    public const double UnknownCommonWord = 0.35;

    /// <summary>One that names a thing ("contract bridge") says more.</summary>
    public const double UnknownCommonNoun = 0.5;

    /// <summary>"minecraft resource pack" is about Minecraft, though "resource" and "pack" each name something.</summary>
    public const double EverydaySubject = 2;

    // How much of a question a department must cover to be an answer.

    /// <summary>The least part of a question, by weight, that a department must cover to be an answer.</summary>
    public const double LeastCoverage = 0.5;

    /// <summary>
    /// The least part, by weight, that one of its passages must cover by itself, unless the department covers all of it: words
    /// scattered over a department say little about a question that has others besides.
    /// </summary>
    public const double LeastPassageCoverage = 0.4;

    /// <summary>
    /// The part of a question, by weight, that the best reason must cover for words to answer it alone, without its meaning.
    /// </summary>
    public const double EvidentCoverage = 0.75;

    /// <summary>The least part of the best department's score with which another is a likely answer too.</summary>
    public const double LeastOfBest = 0.6;

    /// <summary>
    /// How many departments answer a question, unless others are nearly as good as the best: see <see cref="LeastOfBestBeyond"/>.
    /// </summary>
    public const int UsualAnswers = 6;

    /// <summary>The same as <see cref="LeastOfBest"/>, behind the first <see cref="UsualAnswers"/>.</summary>
    public const double LeastOfBestBeyond = 0.85;

    // How the passages of a department add up.

    /// <summary>How much the rest of the department counts beside its best passage.</summary>
    public const double OtherPassages = 0.3;

    /// <summary>How much a passage counts that covers the question but says much else, beside one that says nothing else.</summary>
    public const double LeastFit = 0.4;

    // When a function stands above the departments.

    /// <summary>The least part of the question, by weight, that the function must cover.</summary>
    public const double FunctionCoverage = 0.75;

    /// <summary>A department with another reason must score less than this part of the function's owner.</summary>
    public const double FunctionRival = 0.97;
}

/// <summary>
/// How much each part of a department counts. Parts are ordered in field classes, numbered from 1, the weightiest; a term counts
/// in its weightiest class only.
/// </summary>
public static class FieldWeights
{
    /// <summary>The number of field classes.</summary>
    public const int Classes = Description;

    /// <summary>Functions of which a department is the main owner.</summary>
    public const int OwnedFunction = 3;

    /// <summary>Functions that a department co-owns.</summary>
    public const int SharedFunction = 5;

    /// <summary>Descriptions and channels, the least weighty.</summary>
    public const int Description = 9;

    private const int Name = 1;
    private const int Alias = 2;
    private const int OwnedFunctionSynonym = 4;
    private const int Responsibility = 6;
    private const int Membership = 7;
    private const int Summary = 8;

    // By field class.
    private static readonly double[] Weights = [0, 1.4, 1.1, 1, 0.95, 0.88, 0.6, 0.5, 0.4, 0.25];

    /// <summary>The class of a passage in this part of a department.</summary>
    /// <param name="field">The part.</param>
    /// <param name="ownerRank">Of a function: the department's rank among its owners, from 1.</param>
    /// <param name="isSynonym">Of a function: whether the passage is not its name but a synonym.</param>
    public static int ClassOf(MatchField field, int ownerRank, bool isSynonym) => field switch
    {
        MatchField.Name => Name,
        MatchField.Alias => Alias,
        MatchField.Function => ownerRank > 1 ? SharedFunction : isSynonym ? OwnedFunctionSynonym : OwnedFunction,
        MatchField.Responsibility => Responsibility,
        MatchField.ServiceLine or MatchField.Type => Membership,
        MatchField.Summary => Summary,
        _ => Description,
    };

    /// <summary>What a term met in this field class counts; one of the department's name counts most.</summary>
    public static double Weight(int fieldClass) => Weights[fieldClass];
}
