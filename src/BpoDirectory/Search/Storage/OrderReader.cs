using BpoDirectory.Data.Queries;
using BpoDirectory.Search.Facets;

namespace BpoDirectory.Search.Storage;

/// <summary>Reads all departments in the order of a column of the table of results.</summary>
internal static class OrderReader
{
    private const string FirstLine =
        """
        (SELECT MIN(l.Rank) FROM ServiceLineDepartment m JOIN ServiceLines l ON l.Id = m.ServiceLineId AND NOT l.IsArchived
        WHERE m.DepartmentId = d.Id)
        """;

    private const string Office = "CASE d.Office WHEN 'Front' THEN 0 WHEN 'Back' THEN 1 WHEN 'Both' THEN 2 ELSE 3 END";

    /// <summary>The positions of the departments listed, those of one value by name, those without one last.</summary>
    public static int[] Read(SearchReader reader, FacetIndex departments, DepartmentSort sort, bool isReversed)
    {
        var key = sort switch
        {
            DepartmentSort.Office => Office,
            DepartmentSort.Summary => "lower(d.Summary)",
            DepartmentSort.Functions => DepartmentQueries.FunctionCount,
            DepartmentSort.Lines => FirstLine,
            DepartmentSort.Parent => "p.NameKey",
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "The index has this order itself."),
        };
        var direction = (sort == DepartmentSort.Functions) != isReversed ? "DESC" : "ASC";
        var ids = reader.Session.Query(
            $"""
            SELECT d.Id, {key} AS SortKey FROM Departments d LEFT JOIN Departments p ON p.Id = d.ParentId AND NOT p.IsArchived
            WHERE NOT d.IsArchived ORDER BY SortKey {direction} NULLS LAST, d.NameKey
            """,
            row => row.GetInt32(0));
        return [.. ids.Select(departments.PositionOf).Where(position => position >= 0)];
    }
}
