namespace BpoDirectory.Search.Ranking;

/// <summary>How weighty the places are in which a department's words stand; each word counts in its weightiest place only.</summary>
public static class Tier
{
    /// <summary>The number of tiers; they are numbered from 1, the weightiest.</summary>
    public const int Count = OfProse;

    /// <summary>The tier of functions that a department is the first owner of.</summary>
    public const int OfOwners = 3;

    /// <summary>The tier of functions that a department co-owns.</summary>
    public const int OfCoOwners = 5;

    /// <summary>The tier of descriptions, the least weighty.</summary>
    public const int OfProse = 9;

    // By tier. Ratios, like all weights of the ranking: chosen on questions with known answers.
    private static readonly double[] Weights = [0, 1.4, 1.1, 1, 0.95, 0.88, 0.6, 0.5, 0.4, 0.25];

    /// <summary>The tier of a passage in this part of a department.</summary>
    /// <param name="field">The part.</param>
    /// <param name="ownerRank">Of a function: the department's rank among its owners, from 1.</param>
    /// <param name="isOtherWording">Of a function: whether the passage is not its name but a synonym.</param>
    public static int Of(MatchField field, int ownerRank, bool isOtherWording) => field switch
    {
        MatchField.Name => 1,
        MatchField.Alias => 2,
        MatchField.Function => ownerRank > 1 ? OfCoOwners : isOtherWording ? 4 : OfOwners,
        MatchField.Responsibility => 6,
        MatchField.ServiceLine or MatchField.Type => 7,
        MatchField.Summary => 8,
        _ => OfProse,
    };

    /// <summary>What a word met in this tier counts; a word of the department's name counts most.</summary>
    public static double Weight(int tier) => Weights[tier];
}
