using BpoDirectory.Data;

namespace BpoDirectory.Departments;

/// <summary>What a row of <see cref="DepartmentSql.Everything"/> tells, numbered as there.</summary>
internal enum DepartmentPart
{
    Source,
    Department,
    Alias,
    Responsibility,
    Function,
    CoOwner,
    OwnSource,
    OfficeSource,
    Child,
    ServiceLine,
    OutsourcingType,
}

/// <summary>
/// The query behind <see cref="DepartmentReader"/>. It is one for all that is said about a department: starting a query
/// costs more than the few rows it yields. Rows of one fact stand together, one for each source that states it. The cross
/// joins are in the order in which SQLite is to go: it cannot know that there is one department, and would read whole tables.
/// </summary>
internal static class DepartmentSql
{
    /// <summary>
    /// Takes the slug as <c>$1</c>, the highest rank of co-owners as <c>$2</c> and whether it may be archived (0 or 1) as <c>$3</c>. The columns: part, key of the fact, key of
    /// its source, a number (mostly its place), and up to twelve texts. A co-owner's key stands in the place of a source's.
    /// </summary>
    public const string Everything =
        $"""
        WITH own(Id) AS MATERIALIZED (SELECT Id FROM Departments WHERE Slug = $1 AND IsArchived <= $3)
        SELECT 0, s.Id, NULL, 0, s.Code, s.Slug, s.Title, {None6}, {None3} FROM Sources s
        UNION ALL
        SELECT 1, d.Id, NULL, d.Version, d.Slug, d.Name, d.Office, d.OfficeBasis, d.OfficeReason, d.Side, d.Summary, d.Description,
            d.UpdatedAt, d.ReviewedAt, p.Slug, p.Name
        FROM own CROSS JOIN Departments d ON d.Id = own.Id LEFT JOIN Departments p ON p.Id = d.ParentId AND NOT p.IsArchived
        UNION ALL
        SELECT 2, a.Id, c.SourcesId, a.Rank, a.Name, {None6}, {None3}, NULL, NULL
        FROM own CROSS JOIN DepartmentAliases a ON a.DepartmentId = own.Id LEFT JOIN DepartmentAliasSource c ON c.DepartmentAliasId = a.Id
        UNION ALL
        SELECT 3, r.Id, c.SourcesId, r.Rank, r.Text, r.Detail, {None6}, {None3}, NULL
        FROM own CROSS JOIN Responsibilities r ON r.DepartmentId = own.Id LEFT JOIN ResponsibilitySource c ON c.ResponsibilityId = r.Id
        UNION ALL
        SELECT 4, f.Id, c.SourcesId, o.Rank, f.Slug, f.Name, o.Reason, f.Note, {None6}, NULL, NULL
        FROM own CROSS JOIN FunctionOwners o ON o.DepartmentId = own.Id JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId
        LEFT JOIN FunctionOwnerSource c ON c.FunctionOwnerId = o.Id
        WHERE NOT f.IsArchived
        UNION ALL
        SELECT 5, other.BusinessFunctionId, other.DepartmentId, other.Rank, {None6}, {None6}
        FROM own CROSS JOIN FunctionOwners mine ON mine.DepartmentId = own.Id
        CROSS JOIN FunctionOwners other ON other.BusinessFunctionId = mine.BusinessFunctionId AND other.Rank <= $2 AND other.DepartmentId <> own.Id
        UNION ALL
        SELECT 6, c.DepartmentId, c.SourcesId, 0, {None6}, {None6} FROM own CROSS JOIN DepartmentSource c ON c.DepartmentId = own.Id
        UNION ALL
        SELECT 7, c.Department1Id, c.OfficeSourcesId, 0, {None6}, {None6} FROM own CROSS JOIN DepartmentOfficeSource c ON c.Department1Id = own.Id
        UNION ALL
        SELECT 8, d.Id, NULL, 0, d.Slug, d.Name, {None6}, {None3}, NULL FROM own CROSS JOIN Departments d ON d.ParentId = own.Id AND NOT d.IsArchived
        UNION ALL
        SELECT 9, l.Id, NULL, l.Rank, l.Slug, l.Name, {None6}, {None3}, NULL
        FROM own CROSS JOIN ServiceLineDepartment m ON m.DepartmentId = own.Id JOIN ServiceLines l ON l.Id = m.ServiceLineId AND NOT l.IsArchived
        UNION ALL
        SELECT 10, t.Id, NULL, 0, t.Slug, t.Acronym, t.Name, n.Reason, {None6}, NULL, NULL
        FROM own CROSS JOIN OutsourcingTypeDepartment n ON n.DepartmentId = own.Id JOIN OutsourcingTypes t ON t.Id = n.OutsourcingTypeId AND NOT t.IsArchived
        """;

    /// <summary>How a department that is not archived is shown in a link, by its key.</summary>
    public const string Name =
        $"SELECT Slug, Name FROM Departments INDEXED BY {DepartmentConfiguration.DepartmentNames} WHERE Id = $1 AND NOT IsArchived";

    // The parts of a compound query have equally many columns.
    private const string None3 = "NULL, NULL, NULL";
    private const string None6 = $"{None3}, {None3}";
}
