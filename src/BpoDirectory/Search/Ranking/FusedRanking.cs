using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Meaning;

namespace BpoDirectory.Search.Ranking;

/// <summary>A department in one ranking of answers by words and by meaning.</summary>
/// <param name="Position">The department's position in memory.</param>
/// <param name="Value">How well it answers; larger is better.</param>
/// <param name="ByWords">What it has of the question's words; null where it has none.</param>
/// <param name="Near">What in it is nearest in meaning.</param>
internal sealed record FusedHit(int Position, double Value, Rated? ByWords, MeaningHit Near);

/// <summary>Puts departments in one order that answer by words, by meaning, or by both.</summary>
internal static class FusedRanking
{
    /// <summary>Those that have words of the question, and those near enough to the nearest of all, best first.</summary>
    public static List<FusedHit> Rank(FacetIndex departments, RankedDepartments byWords, Nearness nearness)
    {
        var rated = byWords.RateAll(byWords.Found.Ascending()).ToDictionary(hit => hit.Position);
        var hits = nearness.Departments
            .Select(near => Fuse(near, departments.PositionOf(near.DepartmentId), rated))
            .Where(hit => hit.Position >= 0)
            .OrderByDescending(hit => hit.Value).ToList();
        return [.. hits.Where(hit => hit.ByWords is not null || hit.Value >= MeaningWeights.LeastOfBest * hits[0].Value).Take(MeaningWeights.MostDepartments)];
    }

    private static FusedHit Fuse(MeaningHit near, int position, Dictionary<int, Rated> rated) =>
        rated.TryGetValue(position, out var words)
            ? new FusedHit(position, near.Value + (MeaningWeights.Words * words.Value), words, near)
            : new FusedHit(position, near.Value, null, near);
}
