using System.Text.Json;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Search.Facets;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Search.Storage;

/// <summary>Reads what departments are narrowed and sorted by.</summary>
internal static class FacetReader
{
    private const string Facts = "SELECT Id, Name, UpdatedAt, Office, Side FROM Departments WHERE NOT IsArchived";
    private const string Changed = " WHERE DepartmentId IN (SELECT value FROM json_each($1))";

    /// <summary>All departments that are not archived, with their lines and types.</summary>
    public static FacetIndex Read(ReadSession session)
    {
        var values = ReadValues(session);
        return FacetIndex.Of(ReadAll(session, values), values);
    }

    /// <summary>The same index, read anew with other values.</summary>
    public static FacetIndex ReadAnew(ReadSession session, FacetIndex index, FacetValues values) => index.Anew(ReadAll(session, values), values);

    /// <summary>The index with these departments read anew.</summary>
    public static FacetIndex Reread(ReadSession session, FacetIndex index, IReadOnlySet<int> changed)
    {
        var keys = JsonSerializer.Serialize(changed);
        var linesOf = Members(session.Query("SELECT DepartmentId, ServiceLineId FROM ServiceLineDepartment" + Changed, Pair, keys), index.Values.LinePlaces);
        var typesOf = Members(session.Query("SELECT DepartmentId, OutsourcingTypeId FROM OutsourcingTypeDepartment" + Changed, Pair, keys), index.Values.TypePlaces);
        var read = session.Query(Facts + " AND Id IN (SELECT value FROM json_each($1))", row => Department(row, linesOf, typesOf), keys);
        return index.With(changed, read.ToDictionary(department => department.Id));
    }

    /// <summary>The values that departments are narrowed by.</summary>
    public static FacetValues ReadValues(ReadSession session)
    {
        var lines = Values(session, "SELECT Id, Slug, Name FROM ServiceLines WHERE NOT IsArchived ORDER BY Rank");
        var types = Values(session, "SELECT Id, Slug, Acronym || ' ' || Name FROM OutsourcingTypes WHERE NOT IsArchived ORDER BY Acronym");
        var acronyms = Values(session, "SELECT Id, Slug, Acronym FROM OutsourcingTypes WHERE NOT IsArchived ORDER BY Acronym");
        return new FacetValues(lines.Links, lines.Places, types.Links, acronyms.Links, types.Places);
    }

    private static List<DepartmentFacts> ReadAll(ReadSession session, FacetValues values)
    {
        var linesOf = Members(session.Query("SELECT DepartmentId, ServiceLineId FROM ServiceLineDepartment", Pair), values.LinePlaces);
        var typesOf = Members(session.Query("SELECT DepartmentId, OutsourcingTypeId FROM OutsourcingTypeDepartment", Pair), values.TypePlaces);
        return session.Query(Facts, row => Department(row, linesOf, typesOf));
    }

    private static (NamedLink[] Links, Dictionary<int, int> Places) Values(ReadSession session, string sql)
    {
        var values = session.Query(sql, row => (Id: row.GetInt32(0), Link: new NamedLink(row.GetString(1), row.GetString(2))));
        return ([.. values.Select(value => value.Link)], values.Select((value, place) => (value.Id, place)).ToDictionary(v => v.Id, v => v.place));
    }

    private static (int Department, int Value) Pair(SqliteDataReader row) => (row.GetInt32(0), row.GetInt32(1));

    private static Dictionary<int, int[]> Members(List<(int Department, int Value)> pairs, IReadOnlyDictionary<int, int> places)
    {
        var members = new Dictionary<int, int[]>();
        foreach (var (department, value) in pairs)
            if (places.TryGetValue(value, out var place))
                members[department] = [.. members.GetValueOrDefault(department) ?? [], place];
        return members;
    }

    private static DepartmentFacts Department(SqliteDataReader row, Dictionary<int, int[]> lines, Dictionary<int, int[]> types) => new(
        row.GetInt32(0),
        row.GetString(1),
        DateTime.SpecifyKind(row.GetDateTime(2), DateTimeKind.Utc),
        Enum.Parse<Office>(row.GetString(3)),
        Enum.Parse<Side>(row.GetString(4)),
        lines.GetValueOrDefault(row.GetInt32(0)) ?? [],
        types.GetValueOrDefault(row.GetInt32(0)) ?? []);
}
