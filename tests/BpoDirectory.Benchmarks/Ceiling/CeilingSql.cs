namespace BpoDirectory.Benchmarks.Ceiling;

/// <summary>The statements that read what the directory answers, and nothing else.</summary>
internal static class CeilingSql
{
    public const string Item =
        """
        SELECT d.Id, d.Slug, d.Name, d.Icon, d.Office, d.OfficeBasis, d.OfficeReason, d.Side, p.Slug AS Parent, d.Summary, d.Description, d.Version, d.UpdatedAt
        FROM Departments d LEFT JOIN Departments p ON p.Id = d.ParentId
        WHERE d.Slug = $slug AND NOT d.IsArchived
        """;

    /// <summary>What a list shows of a department, behind its key.</summary>
    public const string RowColumns =
        "d.Id, d.Slug, d.Name, d.Icon, d.Office, d.OfficeBasis, d.Side, p.Slug AS Parent, d.Summary, d.Version, d.UpdatedAt";

    public const string Search =
        $"""
        SELECT {RowColumns}
        FROM (SELECT rowid AS Id FROM plain.Plain WHERE Plain MATCH $expression ORDER BY bm25(Plain) LIMIT $limit OFFSET $offset) found
        CROSS JOIN Departments d ON d.Id = found.Id LEFT JOIN Departments p ON p.Id = d.ParentId
        """;

    /// <summary>Departments that share a function: read only as far as the directory answers them, and in no order.</summary>
    public const string Related =
        """
        SELECT d.Slug, d.Name, f.Name AS Function
        FROM FunctionOwners o
        JOIN FunctionOwners other ON other.BusinessFunctionId = o.BusinessFunctionId AND other.DepartmentId <> $id
        JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId
        JOIN Departments d ON d.Id = other.DepartmentId
        WHERE o.DepartmentId = $id
        LIMIT $related
        """;

    /// <summary>The rows of a department in all other tables.</summary>
    public static readonly (string Name, string Sql)[] ItemParts =
    [
        ("aliases",
            """
            SELECT a.Name, s.Code FROM DepartmentAliases a
            LEFT JOIN DepartmentAliasSource l ON l.DepartmentAliasId = a.Id LEFT JOIN Sources s ON s.Id = l.SourcesId
            WHERE a.DepartmentId = $id ORDER BY a.Rank
            """),
        ("children", "SELECT Slug FROM Departments WHERE ParentId = $id AND NOT IsArchived ORDER BY Name"),
        ("serviceLines",
            """
            SELECT l.Slug FROM ServiceLineDepartment m JOIN ServiceLines l ON l.Id = m.ServiceLineId
            WHERE m.DepartmentId = $id ORDER BY l.Rank
            """),
        ("outsourcingTypes",
            """
            SELECT t.Slug FROM OutsourcingTypeDepartment n JOIN OutsourcingTypes t ON t.Id = n.OutsourcingTypeId
            WHERE n.DepartmentId = $id ORDER BY t.Acronym
            """),
        ("responsibilities",
            """
            SELECT r.Text, r.Detail, s.Code FROM Responsibilities r
            LEFT JOIN ResponsibilitySource l ON l.ResponsibilityId = r.Id LEFT JOIN Sources s ON s.Id = l.SourcesId
            WHERE r.DepartmentId = $id ORDER BY r.Rank
            """),
        ("functions",
            """
            SELECT f.Slug, f.Name, o.Rank, s.Code FROM FunctionOwners o JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId
            LEFT JOIN FunctionOwnerSource l ON l.FunctionOwnerId = o.Id LEFT JOIN Sources s ON s.Id = l.SourcesId
            WHERE o.DepartmentId = $id ORDER BY o.Rank
            """),
        ("sources",
            """
            SELECT s.Code, s.Slug, s.Title FROM DepartmentSource l JOIN Sources s ON s.Id = l.SourcesId WHERE l.DepartmentId = $id
            UNION
            SELECT s.Code, s.Slug, s.Title FROM DepartmentOfficeSource l JOIN Sources s ON s.Id = l.OfficeSourcesId WHERE l.Department1Id = $id
            """),
    ];

    /// <summary>The parameters of <see cref="RowParts"/>: the keys of one page.</summary>
    public static readonly string[] RowKeys = [.. Enumerable.Range(0, ListFilter.PageSize).Select(i => $"$id{i}")];

    private static readonly string Keys = string.Join(", ", RowKeys);

    /// <summary>The parts of all departments of one page.</summary>
    public static readonly (string Name, string Sql)[] RowParts =
    [
        ("aliases", $"SELECT a.DepartmentId, a.Name FROM DepartmentAliases a WHERE a.DepartmentId IN ({Keys}) ORDER BY a.Rank"),
        ("serviceLines",
            $"""
            SELECT m.DepartmentId, l.Slug FROM ServiceLineDepartment m JOIN ServiceLines l ON l.Id = m.ServiceLineId
            WHERE m.DepartmentId IN ({Keys}) ORDER BY l.Rank
            """),
        ("outsourcingTypes",
            $"""
            SELECT n.DepartmentId, t.Slug FROM OutsourcingTypeDepartment n JOIN OutsourcingTypes t ON t.Id = n.OutsourcingTypeId
            WHERE n.DepartmentId IN ({Keys}) ORDER BY t.Acronym
            """),
    ];
}
