namespace BpoDirectory.Data.Queries;

/// <summary>
/// The prepared queries for what a new visitor sees first and for the start itself. Neither waits for the context's model,
/// which takes longer to make than all else at start.
/// </summary>
internal static class CatalogQueries
{
    /// <summary>Whether the database was never filled: every directory that was has a source.</summary>
    public static bool IsEmpty(ReadSession session) => session.Query("SELECT 1 FROM Sources LIMIT 1", _ => true).Count == 0;

    /// <summary>How many departments in use have this office.</summary>
    public static int CountDepartments(ReadSession session, Office office) => session.Query(
        "SELECT COUNT(*) FROM Departments WHERE Office = $1 AND NOT IsArchived", row => row.GetInt32(0), office.ToString())[0];

    /// <summary>The first departments in use of an office, by name.</summary>
    public static List<(string Slug, string Name, string Icon, string Summary, int FunctionCount)> Departments(
        ReadSession session, Office office, int most) => session.Query(
        $"""
        SELECT d.Slug, d.Name, d.Icon, d.Summary, {DepartmentQueries.FunctionCount}
        FROM (SELECT * FROM Departments WHERE Office = $1 AND NOT IsArchived ORDER BY NameKey LIMIT $2) d
        ORDER BY d.NameKey
        """,
        row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4)),
        office.ToString(),
        most);

    /// <summary>The service lines in use, in their order.</summary>
    public static List<NamedLink> ServiceLines(ReadSession session) => session.Query(
        "SELECT Slug, Name FROM ServiceLines WHERE NOT IsArchived ORDER BY Rank", row => new NamedLink(row.GetString(0), row.GetString(1)));

    /// <summary>The sites in use, by name.</summary>
    public static List<NamedLink> Sites(ReadSession session) => ByName(session, "Sites");

    /// <summary>The clients in use, by name.</summary>
    public static List<NamedLink> Clients(ReadSession session) => ByName(session, "Clients");

    /// <summary>The partners in use, by name.</summary>
    public static List<NamedLink> Partners(ReadSession session) => ByName(session, "Partners");

    /// <summary>The outsourcing types in use by acronym.</summary>
    public static List<(string Slug, string Acronym, string Name)> OutsourcingTypes(ReadSession session) => session.Query(
        "SELECT Slug, Acronym, Name FROM OutsourcingTypes WHERE NOT IsArchived ORDER BY AcronymKey",
        row => (row.GetString(0), row.GetString(1), row.GetString(2)));

    private static List<NamedLink> ByName(ReadSession session, string table) => session.Query(
        $"SELECT Slug, Name FROM {table} WHERE NOT IsArchived ORDER BY NameKey", row => new NamedLink(row.GetString(0), row.GetString(1)));
}
