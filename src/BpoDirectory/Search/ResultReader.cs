using System.Text.Json;
using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>Reads the departments of one page of a list.</summary>
internal static class ResultReader
{
    private const string Keys = "(SELECT value FROM json_each($1))";

    private const string Departments =
        $"""
        SELECT d.Id, d.Slug, d.Name, d.Office, d.OfficeBasis, d.Side, d.Summary, d.Version, d.UpdatedAt, p.Slug, p.Name
        FROM Departments d LEFT JOIN Departments p ON p.Id = d.ParentId AND NOT p.IsArchived
        WHERE d.Id IN {Keys}
        """;

    private const string Aliases = $"SELECT DepartmentId, Name FROM DepartmentAliases WHERE DepartmentId IN {Keys} ORDER BY DepartmentId, Rank";

    private const string ServiceLines =
        $"""
        SELECT m.DepartmentId, l.Slug, l.Name FROM ServiceLineDepartment m JOIN ServiceLines l ON l.Id = m.ServiceLineId
        WHERE m.DepartmentId IN {Keys} ORDER BY m.DepartmentId, l.Rank
        """;

    private const string OutsourcingTypes =
        $"""
        SELECT n.DepartmentId, t.Slug, t.Acronym FROM OutsourcingTypeDepartment n JOIN OutsourcingTypes t ON t.Id = n.OutsourcingTypeId
        WHERE n.DepartmentId IN {Keys} ORDER BY n.DepartmentId, t.Acronym
        """;

    /// <summary>The departments with these keys, in this order, each with the reason given.</summary>
    public static IReadOnlyList<DepartmentResult> Read(ReadSession session, IReadOnlyList<(int Id, SearchMatch? Match)> page)
    {
        var keys = JsonSerializer.Serialize(page.Select(p => p.Id));
        var aliases = session.Query(Aliases, row => (Id: row.GetInt32(0), Name: row.GetString(1)), keys).ToLookup(a => a.Id, a => a.Name);
        var lines = Links(session, ServiceLines, keys);
        var types = Links(session, OutsourcingTypes, keys);
        var departments = session.Query(
            Departments,
            row => (Id: row.GetInt32(0), Result: new DepartmentResult
            {
                Slug = row.GetString(1),
                Name = row.GetString(2),
                Aliases = [.. aliases[row.GetInt32(0)]],
                Office = Enum.Parse<Office>(row.GetString(3)),
                OfficeBasis = Enum.Parse<OfficeBasis>(row.GetString(4)),
                Side = Enum.Parse<Side>(row.GetString(5)),
                Parent = row.IsDBNull(9) ? null : new NamedLink(row.GetString(9), row.GetString(10)),
                ServiceLines = [.. lines[row.GetInt32(0)]],
                OutsourcingTypes = [.. types[row.GetInt32(0)]],
                Summary = row.GetString(6),
                Version = row.GetInt32(7),
                UpdatedAt = DateTime.SpecifyKind(row.GetDateTime(8), DateTimeKind.Utc),
            }),
            keys).ToDictionary(d => d.Id, d => d.Result);
        return [.. page.Where(p => departments.ContainsKey(p.Id)).Select(p => departments[p.Id] with { Match = p.Match })];
    }

    private static ILookup<int, NamedLink> Links(ReadSession session, string sql, string keys) =>
        session.Query(sql, row => (Id: row.GetInt32(0), Link: new NamedLink(row.GetString(1), row.GetString(2))), keys).ToLookup(l => l.Id, l => l.Link);
}
