namespace BpoDirectory.Departments;

/// <summary>
/// The queries behind <see cref="DepartmentReader"/>. Source codes come as one text, parted by blanks, in the catalog's order.
/// </summary>
internal static class DepartmentSql
{
    public const string Department =
        $"""
        SELECT d.Id, d.Slug, d.Name, d.Office, d.OfficeBasis, d.OfficeReason, d.Side, d.Summary, d.Description, d.Version, d.UpdatedAt,
            {SourcesOfOffice}, {SourcesOfDepartment}, p.Slug, p.Name
        FROM Departments d LEFT JOIN Departments p ON p.Id = d.ParentId AND NOT p.IsArchived
        WHERE d.Slug = $1 AND NOT d.IsArchived
        """;

    public const string PresentSlug =
        "SELECT d.Slug FROM FormerSlugs f JOIN Departments d ON d.Id = f.DepartmentId WHERE f.Slug = $1 AND NOT d.IsArchived";

    public const string Children = "SELECT Slug, Name FROM Departments WHERE ParentId = $1 AND NOT IsArchived ORDER BY Name";

    public const string Aliases =
        """
        SELECT a.Name, (SELECT group_concat(s.Code, ' ' ORDER BY s.Id) FROM DepartmentAliasSource c JOIN Sources s ON s.Id = c.SourcesId WHERE c.DepartmentAliasId = a.Id)
        FROM DepartmentAliases a WHERE a.DepartmentId = $1 ORDER BY a.Rank
        """;

    public const string Responsibilities =
        """
        SELECT r.Text, r.Detail, (SELECT group_concat(s.Code, ' ' ORDER BY s.Id) FROM ResponsibilitySource c JOIN Sources s ON s.Id = c.SourcesId WHERE c.ResponsibilityId = r.Id)
        FROM Responsibilities r WHERE r.DepartmentId = $1 ORDER BY r.Rank
        """;

    public const string Functions =
        """
        SELECT f.Id, f.Slug, f.Name, o.Rank, o.Reason, f.Note,
            (SELECT group_concat(s.Code, ' ' ORDER BY s.Id) FROM FunctionOwnerSource c JOIN Sources s ON s.Id = c.SourcesId WHERE c.FunctionOwnerId = o.Id)
        FROM FunctionOwners o JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId
        WHERE o.DepartmentId = $1 ORDER BY o.Rank > 1, f.Name
        """;

    public const string CoOwners =
        """
        SELECT other.BusinessFunctionId, d.Slug, d.Name
        FROM FunctionOwners own
        JOIN FunctionOwners other ON other.BusinessFunctionId = own.BusinessFunctionId AND other.Rank <= $2
        JOIN Departments d ON d.Id = other.DepartmentId
        WHERE own.DepartmentId = $1 AND other.DepartmentId <> $1 AND NOT d.IsArchived
        ORDER BY other.BusinessFunctionId, other.Rank
        """;

    public const string ServiceLines =
        "SELECT l.Slug, l.Name FROM ServiceLineDepartment m JOIN ServiceLines l ON l.Id = m.ServiceLineId WHERE m.DepartmentId = $1 ORDER BY l.Rank";

    public const string OutsourcingTypes =
        """
        SELECT t.Slug, t.Acronym, t.Name, n.Reason
        FROM OutsourcingTypeDepartment n JOIN OutsourcingTypes t ON t.Id = n.OutsourcingTypeId WHERE n.DepartmentId = $1 ORDER BY t.Acronym
        """;

    public const string Sources = "SELECT Code, Slug, Title FROM Sources ORDER BY Id";

    private const string SourcesOfOffice =
        "(SELECT group_concat(s.Code, ' ' ORDER BY s.Id) FROM DepartmentOfficeSource c JOIN Sources s ON s.Id = c.OfficeSourcesId WHERE c.Department1Id = d.Id)";

    private const string SourcesOfDepartment =
        "(SELECT group_concat(s.Code, ' ' ORDER BY s.Id) FROM DepartmentSource c JOIN Sources s ON s.Id = c.SourcesId WHERE c.DepartmentId = d.Id)";
}
