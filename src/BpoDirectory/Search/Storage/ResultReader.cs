using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Search.Index;

namespace BpoDirectory.Search.Storage;

/// <summary>Reads the departments of one page of a list.</summary>
internal static class ResultReader
{
    private const string Keys = "(SELECT value FROM json_each($1))";

    private const string Departments =
        $"""
        SELECT d.Id, d.Slug, d.Name, d.Office, d.OfficeBasis, d.Side, d.Summary, d.Version, d.UpdatedAt, p.Slug, p.Name, d.Icon
        FROM Departments d LEFT JOIN Departments p ON p.Id = d.ParentId AND NOT p.IsArchived
        WHERE d.Id IN {Keys}
        """;

    private const string Aliases =
        $"SELECT DepartmentId, Name FROM DepartmentAliases WHERE DepartmentId IN {Keys} ORDER BY DepartmentId, Rank";

    /// <summary>The departments at these positions, by position, without a reason; one that is gone by now is left out.</summary>
    public static Dictionary<int, DepartmentResult> Read(
        SearchReader reader, SearchSnapshot snapshot, IReadOnlyCollection<int> positions, ChannelKind? contact = null)
    {
        var departments = snapshot.Departments;
        var ids = positions.Select(departments.IdAt).ToList();
        var channels = ChannelQueries.Best(reader.Session, ids, wanted: contact);
        var hours = HoursQueries.Of(reader.Session, ids);
        var aliases = reader.Session.Query(Aliases, row => (Id: row.GetInt32(0), Name: row.GetString(1)), ids)
            .ToLookup(a => a.Id, a => a.Name);
        var results = new Dictionary<int, DepartmentResult>(positions.Count);
        reader.Session.Each(
            Departments,
            row =>
            {
                var position = departments.PositionOf(row.GetInt32(0));
                results[position] = new DepartmentResult
                {
                    Slug = row.GetString(1),
                    Name = row.GetString(2),
                    Aliases = [.. aliases[row.GetInt32(0)]],
                    Icon = row.GetString(11),
                    Office = Enum.Parse<Office>(row.GetString(3)),
                    OfficeBasis = Enum.Parse<OfficeBasis>(row.GetString(4)),
                    Side = Enum.Parse<Side>(row.GetString(5)),
                    Parent = row.IsDBNull(9) ? null : new NamedLink(row.GetString(9), row.GetString(10)),
                    ServiceLines = departments.ServiceLinesAt(position),
                    OutsourcingTypes = departments.OutsourcingTypesAt(position),
                    Summary = row.GetString(6),
                    Hours = hours.GetValueOrDefault(row.GetInt32(0)),
                    Channel = channels.GetValueOrDefault(row.GetInt32(0)),
                    Version = row.GetInt32(7),
                    UpdatedAt = DateTime.SpecifyKind(row.GetDateTime(8), DateTimeKind.Utc),
                };
            },
            ids);
        return results;
    }
}
