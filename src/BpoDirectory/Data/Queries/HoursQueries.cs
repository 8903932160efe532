namespace BpoDirectory.Data.Queries;

/// <summary>The prepared queries for when departments can be reached.</summary>
internal static class HoursQueries
{
    private const string Zones =
        "SELECT Id, TimeZone, IsAlwaysOpen, HoursNote FROM Departments WHERE Id IN (SELECT value FROM json_each($1)) AND TimeZone IS NOT NULL";

    private const string Days =
        """
        SELECT DepartmentId, FirstDay, LastDay, Opens, Closes FROM OpeningIntervals
        WHERE DepartmentId IN (SELECT value FROM json_each($1)) ORDER BY DepartmentId, Rank, Id
        """;

    /// <summary>The hours of departments, by their keys; none for those that say nothing of them.</summary>
    public static Dictionary<int, OpeningHours> Of(ReadSession session, IEnumerable<int> departmentIds)
    {
        var keys = departmentIds.ToList();
        var days = session.Query(
            Days,
            row => (Id: row.GetInt32(0), Days: new OpenDays(
                Enum.Parse<DayOfWeek>(row.GetString(1)), Enum.Parse<DayOfWeek>(row.GetString(2)), row.GetFieldValue<TimeOnly>(3),
                row.GetFieldValue<TimeOnly>(4))),
            keys).ToLookup(row => row.Id, row => row.Days);
        return session.Query(
            Zones,
            row => (Id: row.GetInt32(0), Hours: new OpeningHours(
                row.GetString(1), row.GetBoolean(2), [.. days[row.GetInt32(0)]], DepartmentQueries.Text(row, 3))),
            keys).Where(row => row.Hours.IsTold || row.Hours.Note is not null).ToDictionary(row => row.Id, row => row.Hours);
    }
}
