using BpoDirectory.Search.Meaning;

namespace BpoDirectory.Search.Ranking;

/// <summary>
/// Every weight of answers by meaning. Chosen on questions with known answers: change one, and
/// <c>tests/BpoDirectory.Benchmarks/run relevance</c> says what it does.
/// </summary>
public static class MeaningWeights
{
    /// <summary>How much the other passages of a department count beside its nearest one.</summary>
    public const double Others = 0.3;

    /// <summary>How many of them count.</summary>
    public const int OthersCounted = 3;

    /// <summary>
    /// How many of the nearest subjects, over all departments, say whether a question is about anything a department does.
    /// </summary>
    public const int SubjectsCounted = 3;

    /// <summary>How many of the nearest <see cref="Meaning.OutsideSubjects"/> say that it is not.</summary>
    public const int OutsideSubjects = 3;

    /// <summary>A question is answered when it is by this much nearer to the former than to the latter, on average.</summary>
    public const double LeastInside = 0.1;

    /// <summary>The same for a question of few words: its nearest subjects are near by chance more often.</summary>
    public const double LeastInsideOfShort = 0.18;

    /// <summary>How many words, without filler, are few.</summary>
    public const int MostWordsOfShort = 2;

    /// <summary>By how much a question of so many words must be nearer to what departments do than to what none does.</summary>
    public static double LeastMargin(int words) => words <= MostWordsOfShort ? LeastInsideOfShort : LeastInside;

    /// <summary>How much words count beside meaning, where they cover only a part of the question.</summary>
    public const double Words = 0.4;

    /// <summary>The least part of the best department's value with which another is shown beside it.</summary>
    public const double LeastOfBest = 0.72;

    /// <summary>How many departments answer at most.</summary>
    public const int MostDepartments = 5;

    private const double Prose = 0.9;
    private const double CoOwner = 0.97;

    /// <summary>How much a passage counts: prose says much by the way, and co-owners come behind the main owner.</summary>
    public static double Weight(MeaningPassage passage) =>
        (passage.Field == MatchField.Description ? Prose : 1) * (passage.OwnerRank > 1 ? CoOwner : 1);
}
