using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Search.Ranking;

/// <summary>A department that answers, and why.</summary>
/// <param name="Position">The department's position in memory.</param>
/// <param name="Value">How well it answers; larger is better.</param>
/// <param name="Reason">The passage that answers; null when the department does not hold what its words promised.</param>
/// <param name="Coverage">How much of the question the reason covers, up to 1.</param>
internal sealed record Rated(int Position, double Value, PassageKey? Reason, double Coverage = 0);

/// <summary>The departments that answer a question, rated as far as needed.</summary>
internal sealed class RankedDepartments : IDisposable
{
    // Up to this many, every candidate is rated, and those that do not hold what their words promised are dropped.
    private const int MostRatedAtOnce = 100;

    private readonly SearchSnapshot _snapshot;
    private readonly Candidates _candidates;
    private readonly DepartmentScorer _ranking;
    private readonly Dictionary<int, Rated> _rated = [];

    public RankedDepartments(SearchReader reader, SearchSnapshot snapshot, Interpretation question)
    {
        _snapshot = snapshot;
        var expansions = IndexedExpansion.From(question, snapshot.Vocabulary);
        Matcher = new PassageMatcher(question, expansions);
        _ranking = new DepartmentScorer(question, Matcher);
        _candidates = new Candidates(reader, snapshot, question, expansions, Candidates.Longest);
        Found = _candidates.Departments;
        if (IsRatedInFull)
            DropEmpty();
        Likely = IsRatedInFull ? NearBest() : Found;
    }

    /// <summary>The departments that answer.</summary>
    public PositionSet Found { get; }

    /// <summary>Those that answer nearly as well as the best; all, where there are too many to rate each.</summary>
    public PositionSet Likely { get; }

    /// <summary>Whether time ran out before every word of the question was looked up.</summary>
    public bool IsIncomplete => _candidates.IsIncomplete;

    /// <summary>Whether there are so few that every one is rated.</summary>
    public bool IsRatedInFull => _candidates.Count <= MostRatedAtOnce;

    /// <summary>Meets the question in a passage.</summary>
    public PassageMatcher Matcher { get; }

    /// <summary>A page of those in <paramref name="kept"/>, best first; within each block of candidates by their rating.</summary>
    public List<Rated> Page(PositionSet kept, long skip, int take, int block)
    {
        if (IsRatedInFull)
            return skip >= _candidates.Count ? [] : [.. Sorted(_snapshot.Departments.SortByName(kept)).Skip((int)skip).Take(take)];

        var first = skip / block * block;
        var needed = (int)(skip - first) + take;
        var best = _candidates.Best(kept, first, (needed + block - 1) / block * block);
        return [.. best.Chunk(block).SelectMany(Sorted).Skip((int)(skip - first)).Take(take)];
    }

    /// <summary>The best of all, in the order of their rating; few, but at least the first page of a small answer.</summary>
    public List<Rated> Best(int most) => Page(Found, 0, most, most);

    /// <summary>The departments at these positions, rated.</summary>
    public List<Rated> RateAll(IEnumerable<int> positions) => [.. positions.Select(Rate)];

    /// <inheritdoc />
    public void Dispose() => _candidates.Dispose();

    private Rated Rate(int position)
    {
        if (_rated.TryGetValue(position, out var known))
            return known;
        return _rated[position] = _ranking.Rate(_snapshot.Departments.IdAt(position), _snapshot.PassagesAt(position)) is { } score
            ? new Rated(position, score.Value, score.Best, score.Coverage)
            : new Rated(position, 0, null);
    }

    private IEnumerable<Rated> Sorted(IEnumerable<int> positions) => RateAll(positions).OrderByDescending(rated => rated.Value);

    private PositionSet NearBest()
    {
        var rated = Sorted(Found.Ascending()).ToList();
        var likely = new PositionSet(_snapshot.Departments.Positions);
        foreach (var (rank, department) in rated.Index())
            if (department.Value >= rated[0].Value * (rank < RankingWeights.UsualAnswers
                ? RankingWeights.LeastOfBest
                : RankingWeights.LeastOfBestBeyond))
                likely.Add(department.Position);
        return likely;
    }

    private void DropEmpty()
    {
        foreach (var position in Found.Ascending().ToList())
            if (Rate(position).Reason is null)
                Found.Remove(position);
    }
}
