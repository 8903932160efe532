using BpoDirectory.Data;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Departments;

/// <summary>Reads departments as pages and the API show them; archived ones do not exist here.</summary>
public sealed class DepartmentReader(PreparedReads reads)
{
    /// <summary>Most co-owners named for one function; the function's own page names them all.</summary>
    public const int MostCoOwners = 5;

    /// <summary>Most neighbours named, those that share most functions first.</summary>
    public const int MostRelated = 12;

    /// <summary>One department by its present slug, or null.</summary>
    public DepartmentDetails? Find(string slug) => reads.Read(session =>
        session.Query(DepartmentSql.Department, row => Details(session, row), slug) is [var department] ? department : null);

    private static DepartmentDetails Details(ReadSession session, SqliteDataReader row)
    {
        var id = row.GetInt32(0);
        var citations = new Citations(session);
        var aliases = citations.Of(DepartmentSql.Aliases, id, r => r.GetString(2), (name, codes) => new CitedText(name, codes));
        var responsibilities = citations.Of(
            DepartmentSql.Responsibilities, id, r => (Text: r.GetString(2), Detail: Text(r, 3)), (said, codes) => new ResponsibilityDetails(said.Text, said.Detail, codes));
        var coOwners = CoOwners(session, id);
        var functions = citations.Of(
            DepartmentSql.Functions, id,
            r => new OwnedFunction(r.GetString(3), r.GetString(4), r.GetInt32(5), Text(r, 6), Text(r, 7), [.. coOwners[r.GetInt32(2)]], []),
            (function, codes) => function with { Sources = codes });
        citations.Of(DepartmentSql.OwnSources, id, _ => 0, (_, codes) => codes);
        var officeSources = citations.Of(DepartmentSql.OfficeSources, id, _ => 0, (_, codes) => codes) is [var codes] ? codes : [];
        return new DepartmentDetails
        {
            Slug = row.GetString(1),
            Name = row.GetString(2),
            Aliases = aliases,
            Office = Enum.Parse<Office>(row.GetString(3)),
            OfficeBasis = Enum.Parse<OfficeBasis>(row.GetString(4)),
            OfficeReason = row.GetString(5),
            OfficeSources = officeSources,
            Side = Enum.Parse<Side>(row.GetString(6)),
            Parent = row.IsDBNull(11) ? null : new NamedLink(row.GetString(11), row.GetString(12)),
            Children = session.Query(DepartmentSql.Children, Link, id),
            Summary = row.GetString(7),
            Description = row.GetString(8),
            Responsibilities = responsibilities,
            Functions = functions,
            Related = Related(functions),
            ServiceLines = session.Query(DepartmentSql.ServiceLines, Link, id),
            OutsourcingTypes = session.Query(
                DepartmentSql.OutsourcingTypes, r => new NearOutsourcingType(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3)), id),
            Sources = citations.Cited,
            Version = row.GetInt32(9),
            UpdatedAt = DateTime.SpecifyKind(row.GetDateTime(10), DateTimeKind.Utc),
            ReviewedAt = row.IsDBNull(13) ? null : DateTime.SpecifyKind(row.GetDateTime(13), DateTimeKind.Utc),
        };
    }

    private static ILookup<int, NamedLink> CoOwners(ReadSession session, int departmentId) =>
        session.Query(
                DepartmentSql.CoOwners, r => (Function: r.GetInt32(0), Owner: new NamedLink(r.GetString(1), r.GetString(2))), departmentId, MostCoOwners + 1)
            .ToLookup(owner => owner.Function, owner => owner.Owner);

    private static List<RelatedDepartment> Related(List<OwnedFunction> functions)
    {
        var sharing = new Dictionary<string, (string Name, List<string> Functions)>();
        foreach (var function in functions)
            foreach (var owner in function.CoOwners)
            {
                if (!sharing.TryGetValue(owner.Slug, out var with))
                    sharing[owner.Slug] = with = (owner.Name, []);
                with.Functions.Add(function.Name);
            }
        return [.. sharing
            .OrderByDescending(with => with.Value.Functions.Count).ThenBy(with => with.Value.Name, StringComparer.OrdinalIgnoreCase)
            .Take(MostRelated)
            .Select(with => new RelatedDepartment(with.Key, with.Value.Name, with.Value.Functions))];
    }

    private static NamedLink Link(SqliteDataReader row) => new(row.GetString(0), row.GetString(1));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
