using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;

namespace BpoDirectory.Departments;

/// <summary>A department as overviews show it.</summary>
public sealed record DepartmentOverview(string Slug, string Name, string Summary, string? ParentName);

/// <summary>The departments of one office, by name.</summary>
/// <param name="Office">The office.</param>
/// <param name="Count">How many departments it has in all.</param>
/// <param name="Departments">The first of them, by name.</param>
public sealed record OfficeGroup(Office Office, int Count, IReadOnlyList<DepartmentOverview> Departments);

/// <summary>Reads the overview that stands on the home page when nothing is asked.</summary>
public sealed class DepartmentGroups(PreparedReads reads)
{
    /// <summary>Most departments shown for one office; a larger directory links to the list for the rest.</summary>
    public const int MostPerOffice = 50;

    /// <summary>The offices that have departments, front office first, each with its count and first departments.</summary>
    public IReadOnlyList<OfficeGroup> List() => reads.Read(session => Enum.GetValues<Office>()
        .Select(office => Group(session, office))
        .Where(group => group.Count > 0)
        .ToList());

    private static OfficeGroup Group(ReadSession session, Office office) => new(
        office,
        session.Query("SELECT COUNT(*) FROM Departments WHERE Office = $1 AND NOT IsArchived", row => row.GetInt32(0), office.ToString())[0],
        session.Query(
            """
            SELECT d.Slug, d.Name, d.Summary, p.Name
            FROM Departments d LEFT JOIN Departments p ON p.Id = d.ParentId AND NOT p.IsArchived
            WHERE d.Office = $1 AND NOT d.IsArchived ORDER BY d.Name LIMIT $2
            """,
            row => new DepartmentOverview(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)),
            office.ToString(),
            MostPerOffice));
}
