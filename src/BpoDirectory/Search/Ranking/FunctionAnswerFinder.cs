using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Search.Ranking;

/// <summary>
/// Decides which function, with its owners, answers a question so evidently that it stands above the departments: who does payroll.
/// </summary>
internal static class FunctionAnswerFinder
{
    private const int DepartmentsCompared = 5;
    private const int MostOwners = 6;

    /// <summary>The function, or null when there is none or more than one, or when all of its owners are filtered out.</summary>
    public static FunctionAnswer? Find(
        SearchReader reader, RankedDepartments candidates, MatchHighlighter matches, FacetIndex departments, PositionSet kept,
        SearchRequest request)
    {
        var best = candidates.Best(DepartmentsCompared);
        if (best is not [{ Reason: { Field: MatchField.Function, FunctionId: var function },
            Coverage: >= RankingWeights.FunctionCoverage } first, ..])
            return null;
        if (best.Exists(other => other.Reason?.FunctionId != function && other.Value >= RankingWeights.FunctionRival * first.Value))
            return null;
        var owners = reader.ListedFunctionOwners(function, MostOwners);
        if (!owners.Exists(owner => departments.PositionOf(owner.DepartmentId) is >= 0 and var position && kept.Contains(position)))
            return null;
        if (matches.ReadFunction(first.Reason.Value) is not { } match || reader.FunctionName(function) is not var (slug, name))
            return null;
        return new FunctionAnswer(slug, name, reader.WithContact(owners, function, request), match);
    }
}
