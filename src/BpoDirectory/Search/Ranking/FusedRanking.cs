using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Meaning;

namespace BpoDirectory.Search.Ranking;

/// <summary>A department in one ranking of answers by words and by meaning.</summary>
/// <param name="Position">The department's position in memory.</param>
/// <param name="Value">How well it answers; larger is better.</param>
/// <param name="ByWords">What it has of the question's words; null where it has none.</param>
/// <param name="Near">What in it is nearest in meaning.</param>
/// <param name="IsLikely">Whether it answers nearly as well as the best.</param>
internal sealed record FusedHit(int Position, double Value, Rated? ByWords, MeaningHit Near, bool IsLikely);

/// <summary>Puts departments in one order that answer by words, by meaning, or by both.</summary>
internal static class FusedRanking
{
    /// <summary>The likely ones, and behind them those that have words of the question, best first.</summary>
    public static List<FusedHit> Rank(FacetIndex departments, RankedDepartments byWords, Nearness nearness)
    {
        var rated = byWords.RateAll(byWords.Found.Ascending()).ToDictionary(hit => hit.Position);
        // Whoever is farther than these and has none of the words is not among the likely ones.
        var nearest = nearness.Departments.OrderByDescending(near => near.Value).Take(MeaningWeights.MostDepartments);
        var hits = nearness.Departments
            .Where(near => rated.ContainsKey(departments.PositionOf(near.DepartmentId)))
            .Union(nearest)
            .Select(near => Fuse(near, departments.PositionOf(near.DepartmentId), rated))
            .Where(hit => hit.Position >= 0)
            .OrderByDescending(hit => hit.Value).ToList();
        return [.. hits.Select((hit, rank) => hit with { IsLikely = IsLikely(hit, rank, hits[0]) })
            .Where(hit => hit.IsLikely || hit.ByWords is not null)];
    }

    private static bool IsLikely(FusedHit hit, int rank, FusedHit best) =>
        rank < MeaningWeights.MostDepartments && hit.Value >= MeaningWeights.LeastOfBest * best.Value;

    private static FusedHit Fuse(MeaningHit near, int position, Dictionary<int, Rated> rated) =>
        rated.TryGetValue(position, out var words)
            ? new FusedHit(position, near.Value + (MeaningWeights.Words * words.Value), words, near, false)
            : new FusedHit(position, near.Value, null, near, false);
}
