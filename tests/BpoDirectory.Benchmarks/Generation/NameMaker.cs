namespace BpoDirectory.Benchmarks.Generation;

/// <summary>Names and aliases that occur once, with the slugs that belong to them.</summary>
internal sealed class NameMaker(Prose prose, Dice dice, IEnumerable<string> taken)
{
    private static readonly string[] Units =
        ["Administration", "Center", "Desk", "Group", "Management", "Office", "Operations", "Services", "Solutions", "Support", "Team",
            "Unit"];

    private static readonly string[] Activities =
    [
        "administration", "analysis", "approval", "archiving", "auditing", "classification", "collection", "coordination", "design",
        "dispatch", "entry", "fulfillment", "handling", "maintenance", "management", "monitoring", "onboarding", "planning",
        "processing", "reconciliation", "reporting", "research", "review", "scheduling", "screening", "settlement", "support",
        "testing", "training", "verification",
    ];

    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>What responsibilities begin with.</summary>
    public static IReadOnlyList<string> Verbs { get; } =
    [
        "Answers", "Checks", "Coordinates", "Handles", "Maintains", "Manages", "Monitors", "Plans", "Prepares", "Processes",
        "Records", "Reports", "Resolves", "Reviews", "Tracks", "Verifies",
    ];

    public (string Name, string Slug) Department() =>
        New(words => $"{InCapitals(prose.Phrase(words))} {dice.Pick(Units)}", dice.Between(1, 2));

    public (string Name, string Slug) Function() =>
        New(words => $"{Prose.Capitalised(prose.Phrase(words))} {dice.Pick(Activities)}", dice.Between(1, 2));

    /// <summary>An acronym as often as not.</summary>
    public string Alias() => dice.Chance(0.5)
        ? New(_ => string.Concat(Enumerable.Range(0, dice.Between(4, 5)).Select(_ => (char)('A' + dice.Below(26)))), 0).Name
        : New(words => InCapitals(prose.Phrase(words)), 2).Name;

    // A name that is taken gets another word.
    private (string Name, string Slug) New(Func<int, string> invent, int words)
    {
        while (true)
        {
            var name = invent(words++);
            if (_taken.Add(name))
                return (name, name.ToLowerInvariant().Replace(' ', '-'));
            words = Math.Min(words, 5);
        }
    }

    private static string InCapitals(string phrase) => string.Join(' ', phrase.Split(' ').Select(Prose.Capitalised));
}
