using System.Data.Common;
using BpoDirectory.Data;
using BpoDirectory.Search.Facets;

namespace BpoDirectory.Search.Storage;

/// <summary>Reads what departments are narrowed and sorted by.</summary>
internal static class FacetReader
{
    private const string Facts = "SELECT Id, NameKey, UpdatedAt, Office, Side, Delivery FROM Departments WHERE NOT IsArchived";

    // By facet: the choices in their order, and which departments have which.
    private static readonly Dictionary<Facet, (string Choices, string Table, string Department, string Choice)> Tables = new()
    {
        [Facet.Line] =
            ("SELECT Id, Slug, Name FROM ServiceLines WHERE NOT IsArchived ORDER BY Rank", "ServiceLineDepartment", "DepartmentId",
                "ServiceLineId"),
        [Facet.Type] = (
            "SELECT Id, Slug, Acronym || ' ' || Name FROM OutsourcingTypes WHERE NOT IsArchived ORDER BY AcronymKey",
            "OutsourcingTypeDepartment", "DepartmentId", "OutsourcingTypeId"),
        [Facet.Site] =
            ("SELECT Id, Slug, Name FROM Sites WHERE NOT IsArchived ORDER BY NameKey", "DepartmentSite", "DepartmentsId", "SitesId"),
        [Facet.Language] = ("SELECT Id, Tag, Name FROM Languages ORDER BY Name", "DepartmentLanguage", "DepartmentId", "LanguagesId"),
        [Facet.Client] =
            ("SELECT Id, Slug, Name FROM Clients WHERE NOT IsArchived ORDER BY NameKey", "DepartmentClient", "DepartmentsId", "ClientsId"),
        [Facet.Partner] = (
            "SELECT Id, Slug, Name FROM Partners WHERE NOT IsArchived ORDER BY NameKey",
            "(SELECT Id, PartnerId FROM Departments WHERE PartnerId IS NOT NULL) AS d", "Id", "PartnerId"),
        [Facet.Tag] = ("SELECT Id, Slug, Name FROM Tags ORDER BY NameKey", "DepartmentTag", "DepartmentId", "TagsId"),
    };

    private static readonly FacetChoices Offices = Closed<Office>("Front office", "Back office", "Front and back office", "Not applicable");

    private static readonly FacetChoices Deliveries = Closed<Delivery>("In-house", "Outsourced", "Shared");

    private static readonly FacetChoices Sides = Closed<Side>("Provider’s side", "Client’s side");

    /// <summary>All departments that are not archived, with what they are narrowed by.</summary>
    public static FacetIndex Read(SearchReader reader)
    {
        var values = ReadValues(reader);
        return FacetIndex.Create(ReadDepartments(reader, values), values);
    }

    /// <summary>The same index, read again with other values.</summary>
    public static FacetIndex ReadAgain(SearchReader reader, FacetIndex index, FacetValues values) =>
        index.Rebuild(ReadDepartments(reader, values), values);

    /// <summary>The index with these departments read again.</summary>
    public static FacetIndex Reread(SearchReader reader, FacetIndex index, IReadOnlySet<int> changed) =>
        index.With(changed,
            ReadDepartments(reader, index.Values, changed).ToDictionary(department => department.Id));

    /// <summary>The values that departments are narrowed by.</summary>
    public static FacetValues ReadValues(SearchReader reader)
    {
        var choices = Tables.ToDictionary(facet => facet.Key, facet => ReadChoices(reader, facet.Value.Choices));
        (choices[Facet.Office], choices[Facet.Delivery], choices[Facet.Side]) = (Offices, Deliveries, Sides);
        var acronyms = ReadChoices(reader, "SELECT Id, Slug, Acronym FROM OutsourcingTypes WHERE NOT IsArchived ORDER BY AcronymKey");
        return new FacetValues(choices.OrderBy(facet => facet.Key).ToDictionary(), acronyms.Links);
    }

    // All of them, or those with these keys.
    private static List<DepartmentFacts> ReadDepartments(SearchReader reader, FacetValues values, IReadOnlySet<int>? keys = null)
    {
        var chosen = Tables.ToDictionary(facet => facet.Key, facet => Members(
            Query(
                reader, $"SELECT {facet.Value.Department}, {facet.Value.Choice} FROM {facet.Value.Table}", facet.Value.Department, keys,
                row => (row.GetInt32(0), row.GetInt32(1))),
            values.Choices[facet.Key].Indexes));
        return Query(reader, Facts, "Id", keys, row => new DepartmentFacts(
            row.GetInt32(0), row.GetString(1), DateTime.SpecifyKind(row.GetDateTime(2), DateTimeKind.Utc), ValuesOf(row, chosen)));
    }

    private static int[][] ValuesOf(DbDataReader row, Dictionary<Facet, Dictionary<int, int[]>> chosen) =>
    [
        .. Enum.GetValues<Facet>().Select(facet => facet switch
        {
            Facet.Office => [(int)Enum.Parse<Office>(row.GetString(3))],
            Facet.Delivery => row.IsDBNull(5) ? [] : [(int)Enum.Parse<Delivery>(row.GetString(5))],
            Facet.Side => [(int)Enum.Parse<Side>(row.GetString(4))],
            _ => chosen[facet].GetValueOrDefault(row.GetInt32(0)) ?? [],
        }),
    ];

    private static List<T> Query<T>(SearchReader reader, string sql, string key, IReadOnlySet<int>? keys, Func<DbDataReader, T> read) =>
        keys is null
        ? reader.Session.Query(sql, read)
        : reader.Session.Query($"{sql} {(sql == Facts ? "AND" : "WHERE")} {key} IN (SELECT value FROM json_each($1))", read, keys);

    private static FacetChoices ReadChoices(SearchReader reader, string sql)
    {
        var choices = reader.Session.Query(sql, row => (Id: row.GetInt32(0), Link: new NamedLink(row.GetString(1), row.GetString(2))));
        return new FacetChoices(
            [.. choices.Select(choice => choice.Link)],
            choices.Select((choice, index) => (choice.Id, index)).ToDictionary(c => c.Id, c => c.index));
    }

    // In the order of the enumeration.
    private static FacetChoices Closed<T>(params string[] labels) where T : struct, Enum =>
        new([.. Enum.GetValues<T>().Zip(labels, (value, label) => new NamedLink(value.ToString().ToLowerInvariant(), label))],
            new Dictionary<int, int>());

    private static Dictionary<int, int[]> Members(List<(int Department, int Value)> pairs, IReadOnlyDictionary<int, int> indexes)
    {
        var members = new Dictionary<int, int[]>();
        foreach (var (department, value) in pairs)
            if (indexes.TryGetValue(value, out var index))
                members[department] = [.. members.GetValueOrDefault(department) ?? [], index];
        return members;
    }
}
