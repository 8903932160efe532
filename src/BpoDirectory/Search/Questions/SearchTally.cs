using BpoDirectory.Data;

namespace BpoDirectory.Search.Questions;

/// <summary>The searches for a wording that are not written yet.</summary>
/// <param name="Text">The wording.</param>
internal sealed record SearchTally(string Text)
{
    /// <summary>How it was answered last.</summary>
    public SearchOutcome Outcome { get; init; }

    public bool IsWhole { get; init; }

    public int Count { get; init; }

    public int Unanswered { get; init; }

    public int Shown { get; init; }

    /// <summary>These searches and one more.</summary>
    public SearchTally With(SearchAnswer answer, bool isShown) => this with
    {
        Outcome = answer.Outcome,
        IsWhole = answer.IsWhole,
        Count = Count + 1,
        Unanswered = Unanswered + (answer.IsAnswered ? 0 : 1),
        Shown = Shown + (answer.IsAnswered && isShown ? 1 : 0),
    };

    /// <summary>These searches and earlier ones.</summary>
    public SearchTally And(SearchTally earlier) => this with
    {
        Count = Count + earlier.Count,
        Unanswered = Unanswered + earlier.Unanswered,
        Shown = Shown + earlier.Shown,
    };
}
