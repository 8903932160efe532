namespace BpoDirectory.Search.Ranking;

/// <summary>How far a reading is from the word that was typed; 1 is the word itself.</summary>
internal static class Quality
{
    public const double Exact = 1;

    public const double Compound = 0.95;

    public const double Signpost = 0.9;

    /// <summary>The beginning of a department's name: "log", on the way to "Logistics".</summary>
    public const double UnfinishedName = 0.9;

    /// <summary>The beginning of a word behind the one that it follows somewhere: "human r", on the way to "human resources".</summary>
    public const double UnfinishedPhrase = 0.9;

    public const double Synonym = 0.8;

    /// <summary>What the last word may be with one slip mended, where it may also be the beginning of another: "biling".</summary>
    public const double Mended = 0.8;

    public const double Prefix = 0.75;

    public const double Relative = 0.7;

    /// <summary>A word that is complete may still be the beginning of another: "invent", on the way to "inventory".</summary>
    public const double PrefixOfWholeWord = 0.65;

    /// <summary>Beside a word by which the catalog names something, one that a description only mentions ("calculates") says little.</summary>
    public const double OnlyMentioned = 0.35;

    /// <summary>A word that says what is done with a subject ("who stores …") says little about which one is meant.</summary>
    public const double Light = 0.35;

    /// <summary>A common English word that the catalog does not know ("my old bill") says less about the subject than a rare one.</summary>
    public const double UnknownCommonWord = 0.35;

    /// <summary>One that names a thing ("contract bridge") says more.</summary>
    public const double UnknownCommonNoun = 0.5;
}
