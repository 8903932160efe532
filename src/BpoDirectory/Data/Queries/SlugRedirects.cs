namespace BpoDirectory.Data.Queries;

/// <summary>Leads from addresses that entries had before to those that they have now.</summary>
public sealed class SlugRedirects(PreparedReads reads)
{
    // Only departments name a successor; a ring of archived ones ends after ten steps.
    private const string Successors =
        """
        UNION SELECT d.SuccessorId, Step + 1 FROM line JOIN Departments d ON d.Id = line.Id
        WHERE d.IsArchived AND d.SuccessorId IS NOT NULL AND Step < 10
        """;

    private const string ArchivedName =
        """
        SELECT Name FROM Departments
        WHERE IsArchived AND (Slug = $1 OR Id IN (SELECT EntryId FROM FormerSlugs WHERE EntryType = 'Department' AND Slug = $1))
        LIMIT 1
        """;

    private static readonly Dictionary<EntryType, string> PresentSlug = new()
    {
        [EntryType.Department] = Sql(EntryType.Department, "Departments", Successors),
        [EntryType.Function] = Sql(EntryType.Function, "BusinessFunctions"),
        [EntryType.ServiceLine] = Sql(EntryType.ServiceLine, "ServiceLines"),
        [EntryType.OutsourcingType] = Sql(EntryType.OutsourcingType, "OutsourcingTypes"),
        [EntryType.Site] = Sql(EntryType.Site, "Sites"),
        [EntryType.Client] = Sql(EntryType.Client, "Clients"),
        [EntryType.Partner] = Sql(EntryType.Partner, "Partners"),
        [EntryType.Person] = Sql(EntryType.Person, "People"),
        [EntryType.GuideArticle] = Sql(EntryType.GuideArticle, "GuideArticles"),
    };

    /// <summary>
    /// The present slug of the entry of this kind that once had <paramref name="formerSlug"/>, or of the one that took over from
    /// it; null when there is none that readers see, or entries of the kind have no address.
    /// </summary>
    public string? FindPresentSlug(EntryType type, string formerSlug) => PresentSlug.TryGetValue(type, out var sql)
        ? reads.Read(session => session.Query(sql, row => row.GetString(0), formerSlug) is [var slug] ? slug : null)
        : null;

    /// <summary>The name of the archived department that has or once had this slug; null when there is none.</summary>
    public string? FindArchivedDepartment(string slug) => reads.Read(session =>
        session.Query(ArchivedName, row => row.GetString(0), slug) is [var name] ? name : null);

    private static string Sql(EntryType type, string table, string further = "") =>
        $"""
        WITH RECURSIVE line(Id, Step) AS (
            SELECT Id, 0 FROM {table} WHERE Slug = $1 AND IsArchived
            UNION SELECT EntryId, 0 FROM FormerSlugs WHERE EntryType = '{type}' AND Slug = $1
            {further})
        SELECT e.Slug FROM line JOIN {table} e ON e.Id = line.Id WHERE NOT e.IsArchived LIMIT 1
        """;
}
