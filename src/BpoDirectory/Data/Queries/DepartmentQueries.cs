using System.Data.Common;

namespace BpoDirectory.Data.Queries;

/// <summary>What a department says about itself; times are in UTC.</summary>
internal sealed record DepartmentRow(
    int Id, int Version, string Slug, string Name, string Icon, Office Office, OfficeBasis OfficeBasis, string OfficeReason, Side Side,
    string Summary, string Description, DateTime UpdatedAt, DateTime? ReviewedAt, NamedLink? Parent,
    DeliveryDetails? Delivery, string? Keeper, int? ReviewIntervalDays);

/// <summary>A responsibility of a department.</summary>
internal sealed record ResponsibilityRow(string Text, string? Detail);

/// <summary>A function that a department owns, and its rank among the owners, from 1.</summary>
internal sealed record OwnedFunctionRow(int Id, string Slug, string Name, int Rank, string? Reason, string? Note);

/// <summary>Another owner of a function, both by their keys.</summary>
internal sealed record CoOwnerRow(int FunctionId, int DepartmentId);

/// <summary>An outsourcing type near a department, and what brings the two together.</summary>
internal sealed record NearTypeRow(string Slug, string Acronym, string Name, string Reason);

/// <summary>A fact with the keys of the sources that state it.</summary>
internal sealed record Cited<T>(T Fact, IReadOnlyList<int> SourceIds);

/// <summary>A source by its key.</summary>
internal sealed record SourceRow(int Id, SourceLink Link);

/// <summary>
/// The prepared queries for one department, which most requests are for: as commands prepared once they take less than half
/// of what they take through the context (see <see cref="PreparedReads"/>). Lists are in the order in which they are shown,
/// except those by name, which readers sort.
/// </summary>
internal static class DepartmentQueries
{
    /// <summary>How many functions in use the department <c>d</c> of a query owns, alone or with others.</summary>
    public const string FunctionCount =
        """
        (SELECT COUNT(*) FROM FunctionOwners o JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId AND NOT f.IsArchived
        WHERE o.DepartmentId = d.Id)
        """;

    /// <summary>The department with this slug, or null.</summary>
    public static DepartmentRow? Find(ReadSession session, string slug, bool evenArchived) => session.Query(
        """
        SELECT d.Id, d.Version, d.Slug, d.Name, d.Office, d.OfficeBasis, d.OfficeReason, d.Side, d.Summary, d.Description,
            d.UpdatedAt, d.ReviewedAt, p.Slug, p.Name, d.Icon, d.Delivery, d.ContractOwner, partner.Slug, partner.Name,
            keeper.UserName, d.ReviewIntervalDays
        FROM Departments d LEFT JOIN Departments p ON p.Id = d.ParentId AND NOT p.IsArchived
        LEFT JOIN Partners partner ON partner.Id = d.PartnerId AND NOT partner.IsArchived
        LEFT JOIN Accounts keeper ON keeper.Id = d.KeeperId
        WHERE d.Slug = $1 AND (NOT d.IsArchived OR $2)
        """,
        row => new DepartmentRow(
            row.GetInt32(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(14),
            Enum.Parse<Office>(row.GetString(4)), Enum.Parse<OfficeBasis>(row.GetString(5)), row.GetString(6),
            Enum.Parse<Side>(row.GetString(7)), row.GetString(8), row.GetString(9),
            Utc(row.GetDateTime(10)), row.IsDBNull(11) ? null : Utc(row.GetDateTime(11)), row.IsDBNull(12) ? null : Link(row, 12),
            row.IsDBNull(15)
                ? null
                : new DeliveryDetails(Enum.Parse<Delivery>(row.GetString(15)), row.IsDBNull(17) ? null : Link(row, 17), Text(row, 16)),
            Text(row, 19), row.IsDBNull(20) ? null : row.GetInt32(20)),
        slug, evenArchived) is [var department] ? department : null;

    /// <summary>How the department with this key is shown in a link; null when it is archived.</summary>
    public static NamedLink? FindLink(ReadSession session, int id) => session.Query(
        // SQLite by itself would go by the row's key, and read past whole descriptions.
        $"SELECT Slug, Name FROM Departments {session.Dialect.IndexedBy(DepartmentConfiguration.DepartmentNames)} WHERE Id = $1 AND NOT IsArchived",
        row => Link(row, 0), id) is [var link] ? link : null;

    public static List<Cited<string>> Aliases(ReadSession session, int id) => Cited(
        session,
        """
        SELECT a.Id, c.SourcesId, a.Name
        FROM DepartmentAliases a LEFT JOIN DepartmentAliasSource c ON c.DepartmentAliasId = a.Id
        WHERE a.DepartmentId = $1 ORDER BY a.Rank, a.Id
        """,
        row => row.GetString(2), id);

    public static List<Cited<ResponsibilityRow>> Responsibilities(ReadSession session, int id) => Cited(
        session,
        """
        SELECT r.Id, c.SourcesId, r.Text, r.Detail
        FROM Responsibilities r LEFT JOIN ResponsibilitySource c ON c.ResponsibilityId = r.Id
        WHERE r.DepartmentId = $1 ORDER BY r.Rank, r.Id
        """,
        row => new ResponsibilityRow(row.GetString(2), Text(row, 3)), id);

    public static List<Cited<OwnedFunctionRow>> Functions(ReadSession session, int id) => Cited(
        session,
        """
        SELECT f.Id, c.SourcesId, f.Slug, f.Name, o.Rank, o.Reason, f.Note
        FROM FunctionOwners o JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId AND NOT f.IsArchived
        LEFT JOIN FunctionOwnerSource c ON c.FunctionOwnerId = o.Id
        WHERE o.DepartmentId = $1 ORDER BY f.Id
        """,
        row => new OwnedFunctionRow(row.GetInt32(0), row.GetString(2), row.GetString(3), row.GetInt32(4), Text(row, 5), Text(row, 6)), id);

    /// <summary>The other owners of the department's functions, down to a rank; archived departments are among them.</summary>
    public static List<CoOwnerRow> CoOwners(ReadSession session, int id, int lastRank) => session.Query(
        // The cross join says where to begin: SQLite cannot know that one department has few functions.
        """
        SELECT other.BusinessFunctionId, other.DepartmentId
        FROM FunctionOwners mine
        CROSS JOIN FunctionOwners other
        WHERE mine.DepartmentId = $1
            AND other.BusinessFunctionId = mine.BusinessFunctionId AND other.Rank <= $2 AND other.DepartmentId <> $1
        ORDER BY other.Rank
        """,
        row => new CoOwnerRow(row.GetInt32(0), row.GetInt32(1)), id, lastRank);

    /// <summary>The departments in use that are a part of this one.</summary>
    public static List<NamedLink> Children(ReadSession session, int id) =>
        session.Query("SELECT Slug, Name FROM Departments WHERE ParentId = $1 AND NOT IsArchived", row => Link(row, 0), id);

    public static List<NamedLink> ServiceLines(ReadSession session, int id) => session.Query(
        """
        SELECT l.Slug, l.Name FROM ServiceLineDepartment m JOIN ServiceLines l ON l.Id = m.ServiceLineId AND NOT l.IsArchived
        WHERE m.DepartmentId = $1 ORDER BY l.Rank, l.Id
        """,
        row => Link(row, 0), id);

    public static List<NearTypeRow> OutsourcingTypes(ReadSession session, int id) => session.Query(
        """
        SELECT t.Slug, t.Acronym, t.Name, n.Reason
        FROM OutsourcingTypeDepartment n JOIN OutsourcingTypes t ON t.Id = n.OutsourcingTypeId AND NOT t.IsArchived
        WHERE n.DepartmentId = $1
        """,
        row => new NearTypeRow(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)), id);

    /// <summary>How many functions in use departments own, by slug.</summary>
    public static Dictionary<string, int> FunctionCounts(ReadSession session, IReadOnlyList<string> slugs) => session.Query(
        $"SELECT d.Slug, {FunctionCount} FROM Departments d WHERE d.Slug IN (SELECT value FROM json_each($1))",
        row => (Slug: row.GetString(0), Count: row.GetInt32(1)),
        slugs).ToDictionary(row => row.Slug, row => row.Count, StringComparer.OrdinalIgnoreCase);

    /// <summary>The icons and offices of departments, by slug.</summary>
    public static Dictionary<string, DepartmentSymbol> Symbols(ReadSession session, IReadOnlyList<string> slugs) => session.Query(
        "SELECT Slug, Icon, Office FROM Departments WHERE Slug IN (SELECT value FROM json_each($1))",
        row => (Slug: row.GetString(0), Symbol: new DepartmentSymbol(row.GetString(1), Enum.Parse<Office>(row.GetString(2)))),
        slugs).ToDictionary(row => row.Slug, row => row.Symbol, StringComparer.OrdinalIgnoreCase);

    /// <summary>Keys of the sources that name the department.</summary>
    public static List<int> SourceIds(ReadSession session, int id) =>
        session.Query("SELECT SourcesId FROM DepartmentSource WHERE DepartmentId = $1", row => row.GetInt32(0), id);

    /// <summary>Keys of the sources of what is said about its office.</summary>
    public static List<int> OfficeSourceIds(ReadSession session, int id) =>
        session.Query("SELECT OfficeSourcesId FROM DepartmentOfficeSource WHERE Department1Id = $1", row => row.GetInt32(0), id);

    /// <summary>Every source of the catalog, in its order.</summary>
    public static List<SourceRow> Sources(ReadSession session) => session.Query(
        "SELECT Id, Code, Slug, Title FROM Sources ORDER BY Id",
        row => new SourceRow(row.GetInt32(0), new SourceLink(row.GetString(1), row.GetString(2), row.GetString(3))));

    // A row for each source of a fact, or one without; the fact's key comes first, the source's second. Rows of one fact are neighbours.
    private static List<Cited<T>> Cited<T>(ReadSession session, string sql, Func<DbDataReader, T> fact, int department)
    {
        var facts = new List<Cited<T>>();
        var (last, sources) = (0, new List<int>());
        session.Each(
            sql,
            row =>
            {
                if (row.GetInt32(0) != last)
                {
                    (last, sources) = (row.GetInt32(0), []);
                    facts.Add(new Cited<T>(fact(row), sources));
                }
                if (!row.IsDBNull(1))
                    sources.Add(row.GetInt32(1));
            },
            department);
        return facts;
    }

    internal static NamedLink Link(DbDataReader row, int slug) => new(row.GetString(slug), row.GetString(slug + 1));

    internal static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
