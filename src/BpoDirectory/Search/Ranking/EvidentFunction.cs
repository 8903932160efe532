using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Index;

namespace BpoDirectory.Search.Ranking;

/// <summary>Sees whether one function answers a question so evidently that it can stand above the departments.</summary>
internal static class EvidentFunction
{
    // The reason must cover nearly the whole question, ...
    private const double LeastCoverage = 0.75;

    // ... and a department with another reason must stand clearly behind.
    private const double NearestRival = 0.97;

    private const int DepartmentsCompared = 5;
    private const int MostOwners = 6;

    private const string Owners =
        """
        SELECT d.Slug, d.Name, d.Office, d.Id FROM FunctionOwners o JOIN Departments d ON d.Id = o.DepartmentId
        WHERE o.BusinessFunctionId = $1 AND NOT d.IsArchived ORDER BY o.Rank LIMIT $2
        """;

    /// <summary>The function, or null when there is none or more than one, or when all of its owners are filtered out.</summary>
    public static FunctionAnswer? Find(ReadSession session, RatedCandidates candidates, MatchReader matches, FacetIndex departments, PositionSet kept)
    {
        var best = candidates.Best(DepartmentsCompared);
        if (best is not [{ Reason: { Field: MatchField.Function, FunctionId: var function }, Coverage: >= LeastCoverage } first, ..])
            return null;
        if (best.Exists(other => other.Reason?.FunctionId != function && other.Value >= NearestRival * first.Value))
            return null;
        var owners = session.Query(
            Owners, row => (Id: row.GetInt32(3), Answer: new FunctionAnswerOwner(row.GetString(0), row.GetString(1), Enum.Parse<Office>(row.GetString(2)))), function, MostOwners);
        if (!owners.Exists(owner => departments.PositionOf(owner.Id) is >= 0 and var position && kept.Contains(position)))
            return null;
        if (matches.ReadFunction(first.Reason.Value) is not { } match)
            return null;
        return session.Query(
            "SELECT Slug, Name FROM BusinessFunctions WHERE Id = $1",
            row => new FunctionAnswer(row.GetString(0), row.GetString(1), [.. owners.Select(owner => owner.Answer)], match), function)[0];
    }
}
