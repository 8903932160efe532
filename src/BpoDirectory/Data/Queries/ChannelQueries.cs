using System.Data.Common;

namespace BpoDirectory.Data.Queries;

/// <summary>
/// The prepared queries for how departments are reached. A channel for a function is there only while its department owns that.
/// </summary>
internal static class ChannelQueries
{
    /// <summary>Channels <c>c</c>, each with its function <c>f</c> while the department owns that.</summary>
    public const string WithFunctions =
        """
        FROM DepartmentChannels c LEFT JOIN FunctionOwners o ON o.DepartmentId = c.DepartmentId AND o.BusinessFunctionId = c.BusinessFunctionId
        LEFT JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId AND NOT f.IsArchived
        """;

    /// <summary>Which of them are shown.</summary>
    public const string AreShown = "(c.BusinessFunctionId IS NULL OR f.Id IS NOT NULL)";

    private const string Channels = $"SELECT c.DepartmentId, c.Kind, c.Value, c.Label, c.Note, f.Slug, f.Name {WithFunctions}";

    /// <summary>All channels of one department, the best way first.</summary>
    public static List<ChannelDetails> Of(ReadSession session, int departmentId) => session.Query(
        $"{Channels} WHERE c.DepartmentId = $1 AND {AreShown} ORDER BY c.Rank, c.Id", Read, departmentId);

    /// <summary>The best way to reach each of several departments, by their keys; none for those that say nothing of it.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="departmentIds">The departments.</param>
    /// <param name="functionId">The function that they are to be reached about; 0 for none.</param>
    /// <param name="wanted">The kind that is wanted rather than any other.</param>
    public static Dictionary<int, ChannelDetails> Best(
        ReadSession session, IEnumerable<int> departmentIds, int functionId = 0, ChannelKind? wanted = null)
    {
        var best = new Dictionary<int, ChannelDetails>();
        session.Each(
            $"""
            {Channels} WHERE c.DepartmentId IN (SELECT value FROM json_each($1)) AND (c.BusinessFunctionId IS NULL OR f.Id = $2)
            ORDER BY c.Kind = $3 DESC, c.BusinessFunctionId IS NULL, c.Rank, c.Id
            """,
            row => best.TryAdd(row.GetInt32(0), Read(row)),
            departmentIds, functionId, wanted?.ToString() ?? "");
        return best;
    }

    private static ChannelDetails Read(DbDataReader row) => new(
        Enum.Parse<ChannelKind>(row.GetString(1)), row.GetString(2), DepartmentQueries.Text(row, 3), DepartmentQueries.Text(row, 4),
        row.IsDBNull(5) ? null : DepartmentQueries.Link(row, 5));
}
