using BpoDirectory.Data;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Departments;

/// <summary>Reads departments as pages and the API show them; archived ones do not exist here.</summary>
public sealed class DepartmentReader(PreparedReads reads)
{
    /// <summary>Most co-owners named for one function; the function's own page names them all.</summary>
    public const int MostCoOwners = 12;

    /// <summary>Most neighbours named, those that share most functions first.</summary>
    public const int MostRelated = 12;

    /// <summary>One department by its present slug, or null.</summary>
    public DepartmentDetails? Find(string slug) => reads.Read(session =>
        session.Query(DepartmentSql.Department, row => Details(session, row), slug) is [var department] ? department : null);

    /// <summary>The present slug of the department that once had <paramref name="formerSlug"/>, or null.</summary>
    public string? FindPresentSlug(string formerSlug) => reads.Read(session =>
        session.Query(DepartmentSql.PresentSlug, row => row.GetString(0), formerSlug) is [var slug] ? slug : null);

    private static DepartmentDetails Details(ReadSession session, SqliteDataReader row)
    {
        var id = row.GetInt32(0);
        var aliases = session.Query(DepartmentSql.Aliases, r => new CitedText(r.GetString(0), Codes(r, 1)), id);
        var responsibilities = session.Query(
            DepartmentSql.Responsibilities, r => new ResponsibilityDetails(r.GetString(0), Text(r, 1), Codes(r, 2)), id);
        var functions = Functions(session, id);
        var officeSources = Codes(row, 11);
        var cited = Codes(row, 12)
            .Concat(officeSources)
            .Concat(aliases.SelectMany(alias => alias.Sources))
            .Concat(responsibilities.SelectMany(responsibility => responsibility.Sources))
            .Concat(functions.SelectMany(function => function.Sources))
            .ToHashSet();
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
            Parent = row.IsDBNull(13) ? null : new NamedLink(row.GetString(13), row.GetString(14)),
            Children = session.Query(DepartmentSql.Children, Link, id),
            Summary = row.GetString(7),
            Description = row.GetString(8),
            Responsibilities = responsibilities,
            Functions = functions,
            Related = Related(functions),
            ServiceLines = session.Query(DepartmentSql.ServiceLines, Link, id),
            OutsourcingTypes = session.Query(
                DepartmentSql.OutsourcingTypes, r => new NearOutsourcingType(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3)), id),
            Sources = session.Query(DepartmentSql.Sources, r => new SourceLink(r.GetString(0), r.GetString(1), r.GetString(2)))
                .FindAll(source => cited.Contains(source.Code)),
            Version = row.GetInt32(9),
            UpdatedAt = DateTime.SpecifyKind(row.GetDateTime(10), DateTimeKind.Utc),
        };
    }

    private static List<OwnedFunction> Functions(ReadSession session, int departmentId)
    {
        var coOwners = session.Query(
                DepartmentSql.CoOwners, r => (Function: r.GetInt32(0), Owner: new NamedLink(r.GetString(1), r.GetString(2))), departmentId, MostCoOwners + 1)
            .ToLookup(owner => owner.Function, owner => owner.Owner);
        return session.Query(
            DepartmentSql.Functions,
            r => new OwnedFunction(r.GetString(1), r.GetString(2), r.GetInt32(3), Text(r, 4), Text(r, 5), [.. coOwners[r.GetInt32(0)]], Codes(r, 6)),
            departmentId);
    }

    private static List<RelatedDepartment> Related(List<OwnedFunction> functions) =>
        [.. functions
            .SelectMany(function => function.CoOwners.Select(owner => (owner, function.Name)))
            .GroupBy(shared => shared.owner, shared => shared.Name)
            .OrderByDescending(shared => shared.Count()).ThenBy(shared => shared.Key.Name, StringComparer.OrdinalIgnoreCase)
            .Take(MostRelated)
            .Select(shared => new RelatedDepartment(shared.Key.Slug, shared.Key.Name, [.. shared]))];

    private static NamedLink Link(SqliteDataReader row) => new(row.GetString(0), row.GetString(1));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string[] Codes(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? [] : row.GetString(column).Split(' ');
}
