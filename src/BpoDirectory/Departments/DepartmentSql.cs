using BpoDirectory.Data;

namespace BpoDirectory.Departments;

/// <summary>The queries behind <see cref="DepartmentReader"/>; those of cited facts have the columns that <see cref="Citations"/> expects.</summary>
internal static class DepartmentSql
{
    public const string Department =
        """
        SELECT d.Id, d.Slug, d.Name, d.Office, d.OfficeBasis, d.OfficeReason, d.Side, d.Summary, d.Description, d.Version, d.UpdatedAt, p.Slug, p.Name, d.ReviewedAt
        FROM Departments d LEFT JOIN Departments p ON p.Id = d.ParentId AND NOT p.IsArchived
        WHERE d.Slug = $1 AND NOT d.IsArchived
        """;

    public const string Children = "SELECT Slug, Name FROM Departments WHERE ParentId = $1 AND NOT IsArchived ORDER BY Name";

    public const string Aliases =
        """
        SELECT a.Id, c.SourcesId, a.Name
        FROM DepartmentAliases a LEFT JOIN DepartmentAliasSource c ON c.DepartmentAliasId = a.Id
        WHERE a.DepartmentId = $1 ORDER BY a.Rank, a.Id
        """;

    public const string Responsibilities =
        """
        SELECT r.Id, c.SourcesId, r.Text, r.Detail
        FROM Responsibilities r LEFT JOIN ResponsibilitySource c ON c.ResponsibilityId = r.Id
        WHERE r.DepartmentId = $1 ORDER BY r.Rank, r.Id
        """;

    public const string Functions =
        """
        SELECT o.Id, c.SourcesId, f.Id, f.Slug, f.Name, o.Rank, o.Reason, f.Note
        FROM FunctionOwners o JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId
        LEFT JOIN FunctionOwnerSource c ON c.FunctionOwnerId = o.Id
        WHERE o.DepartmentId = $1 AND NOT f.IsArchived ORDER BY o.Rank > 1, f.Name, o.Id
        """;

    public const string OwnSources = "SELECT DepartmentId, SourcesId FROM DepartmentSource WHERE DepartmentId = $1";

    public const string OfficeSources = "SELECT Department1Id, OfficeSourcesId FROM DepartmentOfficeSource WHERE Department1Id = $1";

    public const string CoOwners =
        $"""
        SELECT other.BusinessFunctionId, d.Slug, d.Name
        FROM FunctionOwners own
        JOIN FunctionOwners other ON other.BusinessFunctionId = own.BusinessFunctionId AND other.Rank <= $2
        JOIN Departments d INDEXED BY {DepartmentConfiguration.DepartmentNames} ON d.Id = other.DepartmentId
        WHERE own.DepartmentId = $1 AND other.DepartmentId <> $1 AND NOT d.IsArchived
        ORDER BY other.BusinessFunctionId, other.Rank
        """;

    public const string ServiceLines =
        "SELECT l.Slug, l.Name FROM ServiceLineDepartment m JOIN ServiceLines l ON l.Id = m.ServiceLineId WHERE m.DepartmentId = $1 AND NOT l.IsArchived ORDER BY l.Rank";

    public const string OutsourcingTypes =
        """
        SELECT t.Slug, t.Acronym, t.Name, n.Reason
        FROM OutsourcingTypeDepartment n JOIN OutsourcingTypes t ON t.Id = n.OutsourcingTypeId WHERE n.DepartmentId = $1 AND NOT t.IsArchived ORDER BY t.Acronym
        """;

    public const string Sources = "SELECT Id, Code, Slug, Title FROM Sources ORDER BY Id";
}
