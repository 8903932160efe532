using System.Text.Json;
using BpoDirectory.Data;
using BpoDirectory.Search.Facets;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Search.Storage;

/// <summary>Reads what departments are narrowed and sorted by.</summary>
internal static class FacetReader
{
    private const string Facts = "SELECT Id, NameKey, UpdatedAt, Office, Side FROM Departments WHERE NOT IsArchived";
    private const string Changed = " WHERE DepartmentId IN (SELECT value FROM json_each($1))";

    /// <summary>All departments that are not archived, with their lines and types.</summary>
    public static FacetIndex Read(SearchReader reader)
    {
        var values = ReadValues(reader);
        return FacetIndex.Create(ReadAll(reader, values), values);
    }

    /// <summary>The same index, read again with other values.</summary>
    public static FacetIndex ReadAgain(SearchReader reader, FacetIndex index, FacetValues values) => index.Rebuild(ReadAll(reader, values), values);

    /// <summary>The index with these departments read again.</summary>
    public static FacetIndex Reread(SearchReader reader, FacetIndex index, IReadOnlySet<int> changed)
    {
        var keys = JsonSerializer.Serialize(changed);
        var linesOf = Members(reader.Session.Query("SELECT DepartmentId, ServiceLineId FROM ServiceLineDepartment" + Changed, Pair, keys), index.Values.LineIndexes);
        var typesOf = Members(reader.Session.Query("SELECT DepartmentId, OutsourcingTypeId FROM OutsourcingTypeDepartment" + Changed, Pair, keys), index.Values.TypeIndexes);
        var read = reader.Session.Query(Facts + " AND Id IN (SELECT value FROM json_each($1))", row => Department(row, linesOf, typesOf), keys);
        return index.With(changed, read.ToDictionary(department => department.Id));
    }

    /// <summary>The values that departments are narrowed by.</summary>
    public static FacetValues ReadValues(SearchReader reader)
    {
        var lines = Values(reader, "SELECT Id, Slug, Name FROM ServiceLines WHERE NOT IsArchived ORDER BY Rank");
        var types = Values(reader, "SELECT Id, Slug, Acronym || ' ' || Name FROM OutsourcingTypes WHERE NOT IsArchived ORDER BY AcronymKey");
        var acronyms = Values(reader, "SELECT Id, Slug, Acronym FROM OutsourcingTypes WHERE NOT IsArchived ORDER BY AcronymKey");
        return new FacetValues(lines.Links, lines.Indexes, types.Links, acronyms.Links, types.Indexes);
    }

    private static List<DepartmentFacts> ReadAll(SearchReader reader, FacetValues values)
    {
        var linesOf = Members(reader.Session.Query("SELECT DepartmentId, ServiceLineId FROM ServiceLineDepartment", Pair), values.LineIndexes);
        var typesOf = Members(reader.Session.Query("SELECT DepartmentId, OutsourcingTypeId FROM OutsourcingTypeDepartment", Pair), values.TypeIndexes);
        return reader.Session.Query(Facts, row => Department(row, linesOf, typesOf));
    }

    private static (NamedLink[] Links, Dictionary<int, int> Indexes) Values(SearchReader reader, string sql)
    {
        var values = reader.Session.Query(sql, row => (Id: row.GetInt32(0), Link: new NamedLink(row.GetString(1), row.GetString(2))));
        return ([.. values.Select(value => value.Link)], values.Select((value, index) => (value.Id, index)).ToDictionary(v => v.Id, v => v.index));
    }

    private static (int Department, int Value) Pair(SqliteDataReader row) => (row.GetInt32(0), row.GetInt32(1));

    private static Dictionary<int, int[]> Members(List<(int Department, int Value)> pairs, IReadOnlyDictionary<int, int> indexes)
    {
        var members = new Dictionary<int, int[]>();
        foreach (var (department, value) in pairs)
            if (indexes.TryGetValue(value, out var index))
                members[department] = [.. members.GetValueOrDefault(department) ?? [], index];
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
