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
    /// A question is answered when its similarity to the nearest passage, less this many times its mean similarity to the nearest
    /// <see cref="OutsideSubjects"/> subjects that no department has to do with, is at least <see cref="LeastInside"/>.
    /// </summary>
    public const double Outside = 2.5;

    /// <summary>How many outside subjects are compared with.</summary>
    public const int OutsideSubjects = 3;

    /// <summary>See <see cref="Outside"/>.</summary>
    public const double LeastInside = -0.26;

    /// <summary>What must be missing for an answer by some of the words to be none.</summary>
    public const double LeastInsideBesideWords = -0.42;

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
