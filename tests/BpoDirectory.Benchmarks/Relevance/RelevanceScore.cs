namespace BpoDirectory.Benchmarks.Relevance;

/// <summary>A question and what the directory said.</summary>
/// <param name="Question">The question.</param>
/// <param name="Names">Names of the answers, best first.</param>
/// <param name="IsByMeaning">Whether it was answered by meaning.</param>
/// <param name="Took">How long the answer took.</param>
/// <param name="Error">What was thrown instead of an answer.</param>
internal sealed record Answered(Question Question, IReadOnlyList<string> Names, bool IsByMeaning, TimeSpan Took, string? Error)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public bool IsSafe => Error is null && Took < Longest;

    public bool IsStrict => Error is null
        && (Question.IsSafetyOnly
            || (Names.Count == 0 ? Question.MayBeNone : Question.Expected.Count > 0 && Names[0] == Question.Expected[0]));

    public bool IsHit(int first) => Error is null
        && (Question.IsSafetyOnly || (Names.Count == 0 ? Question.MayBeNone : Names.Take(first).Any(Question.Expected.Contains)));
}

/// <summary>Shares of questions answered well; NaN where no question is of the kind.</summary>
internal sealed class RelevanceScore(IReadOnlyCollection<Answered> answers)
{
    private const string Hostile = "hostile";

    private readonly List<Answered> _positive = [.. answers.Where(a => a.Question.Expected.Count > 0)];

    public int Asked => answers.Count;

    /// <summary>The first answer is any expected one.</summary>
    public double HitAt1 => Share(_positive, a => a.IsHit(1));

    /// <summary>The first answer is the first expected one.</summary>
    public double Strict => Share(_positive, a => a.IsStrict);

    /// <summary>One of the first three answers is an expected one.</summary>
    public double HitAt3 => Share(_positive, a => a.IsHit(3));

    /// <summary>Questions without an answer get none.</summary>
    public double None =>
        Share([.. answers.Where(a => a.Question is { Expected.Count: 0, MayBeNone: true })], a => a.Error is null && a.Names.Count == 0);

    /// <summary>Hostile questions get some answer, in time.</summary>
    public double Safe => Share([.. answers.Where(a => a.Question.Kind == Hostile)], a => a.IsSafe);

    /// <summary>Questions answered by meaning, not by words.</summary>
    public int ByMeaning => answers.Count(a => a.IsByMeaning);

    /// <summary>How many results answered questions get, on average.</summary>
    public double Results => answers.Where(a => a.Names.Count > 0).Select(a => (double)a.Names.Count).DefaultIfEmpty(0).Average();

    /// <summary>How many results a question gets at most.</summary>
    public int MostResults => answers.Max(a => a.Names.Count);

    public TimeSpan Slowest => answers.Max(a => a.Took);

    private static double Share(List<Answered> all, Func<Answered, bool> good) =>
        all.Count == 0 ? double.NaN : (double)all.Count(good) / all.Count;
}
