using BpoDirectory.Search.Facets;

namespace BpoDirectory.Search.Storage;

/// <summary>Reads what <see cref="SearchIndex"/> writes.</summary>
internal static class IndexReader
{
    /// <summary>All words, sorted.</summary>
    public static List<(int Number, string Word)> Words(SearchReader reader) =>
        reader.Session.Query("SELECT Id, Word FROM DepartmentIndexWords ORDER BY Word", row => (row.GetInt32(0), row.GetString(1)));

    /// <summary>The words numbered above <paramref name="last"/>.</summary>
    public static List<(int Number, string Word)> Words(SearchReader reader, int last) =>
        reader.Session.Query("SELECT Id, Word FROM DepartmentIndexWords WHERE Id > $1", row => (row.GetInt32(0), row.GetString(1)), last);

    /// <summary>The latest revision, 0 when nothing is indexed.</summary>
    public static long Revision(SearchReader reader) =>
        reader.Session.Query("SELECT coalesce(max(Revision), 0) FROM DepartmentIndex", row => row.GetInt64(0))[0];

    /// <summary>The departments indexed after <paramref name="revision"/>.</summary>
    public static List<int> ChangedSince(SearchReader reader, long revision) =>
        reader.Session.Query("SELECT DepartmentId FROM DepartmentIndex WHERE Revision > $1", row => row.GetInt32(0), revision);

    /// <summary>The passages of all departments, by their positions.</summary>
    public static byte[]?[] Passages(SearchReader reader, FacetIndex departments)
    {
        var passages = new byte[]?[departments.Positions];
        reader.Session.Each("SELECT DepartmentId, Passages FROM DepartmentIndex", row =>
        {
            if (departments.PositionOf(row.GetInt32(0)) is >= 0 and var position)
                passages[position] = row.GetFieldValue<byte[]>(1);
        });
        return passages;
    }

    /// <summary>The passages of some departments, by the departments' keys.</summary>
    public static Dictionary<int, byte[]> Passages(SearchReader reader, IEnumerable<int> departmentIds) =>
        reader.Session.Query(
            "SELECT DepartmentId, Passages FROM DepartmentIndex WHERE DepartmentId IN (SELECT value FROM json_each($1))",
            row => (Id: row.GetInt32(0), Passages: row.GetFieldValue<byte[]>(1)), departmentIds)
            .ToDictionary(row => row.Id, row => row.Passages);
}
