using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>A department that answers, and why.</summary>
/// <param name="DepartmentId">The department's key.</param>
/// <param name="Value">How well it answers; larger is better.</param>
/// <param name="Match">Why; null when it does not hold what its words promised.</param>
/// <param name="FunctionId">The function that is the reason, if one is.</param>
/// <param name="Coverage">How much of the question the reason covers, up to 1.</param>
internal sealed record Rated(int DepartmentId, double Value, SearchMatch? Match, int? FunctionId = null, double Coverage = 0);

/// <summary>The departments that answer a question, read and rated as far as needed.</summary>
internal sealed class RatedCandidates
{
    // Up to this many, every candidate is rated, and those that do not hold what their words promised are dropped.
    private const int MostRatedAtOnce = 100;

    private readonly ReadSession _session;
    private readonly Knowledge _knowledge;
    private readonly Candidates _candidates;
    private readonly Ranking _ranking;
    private readonly Dictionary<int, Rated> _rated = [];

    public RatedCandidates(ReadSession session, Knowledge knowledge, Interpretation question)
    {
        (_session, _knowledge) = (session, knowledge);
        _ranking = new Ranking(question);
        (_candidates, IsIncomplete) = Candidates.Find(session, knowledge, question);
        Found = _candidates.Departments;
        if (_candidates.Count <= MostRatedAtOnce)
            DropEmpty();
    }

    /// <summary>The departments that answer.</summary>
    public PositionSet Found { get; }

    /// <summary>Whether time ran out before every word of the question was looked up.</summary>
    public bool IsIncomplete { get; }

    /// <summary>A page of those in <paramref name="kept"/>, best first; within each block of candidates by their rating.</summary>
    public List<Rated> Page(PositionSet kept, long skip, int take, int block)
    {
        if (_candidates.Count <= MostRatedAtOnce)
            return skip >= _candidates.Count ? [] : [.. Sorted(kept.Ascending()).Skip((int)skip).Take(take)];

        var first = skip / block * block;
        var needed = (int)(skip - first) + take;
        var best = _candidates.Best(kept, first, (needed + block - 1) / block * block);
        return [.. best.Chunk(block).SelectMany(Sorted).Skip((int)(skip - first)).Take(take)];
    }

    /// <summary>The best of all, in the order of their rating; few, but at least the first page of a small answer.</summary>
    public List<Rated> Best(int most) => Page(Found, 0, most, most);

    /// <summary>The departments at these places in the order of names, rated.</summary>
    public List<Rated> RateAll(IReadOnlyList<int> positions)
    {
        var ids = positions.Select(position => _knowledge.Departments[position].Id).ToList();
        var unrated = ids.FindAll(id => !_rated.ContainsKey(id));
        if (unrated.Count > 0)
        {
            var passages = _knowledge.Passages(_session, unrated);
            foreach (var id in unrated)
                _rated[id] = _ranking.Rate(id, passages[id]) is { } score
                    ? new Rated(id, score.Value, Snippet.Of(score.Best.Field, score.Best.Text, score.Highlights), score.Best.FunctionId, score.Coverage)
                    : new Rated(id, 0, null);
        }
        return ids.ConvertAll(id => _rated[id]);
    }

    private IEnumerable<Rated> Sorted(IEnumerable<int> positions) =>
        RateAll([.. positions]).OrderByDescending(rated => rated.Value);

    private void DropEmpty()
    {
        int[] all = [.. Found.Ascending()];
        foreach (var (position, rated) in all.Zip(RateAll(all)))
            if (rated.Match is null)
                Found.Remove(position);
    }
}
