using System.Text.Json;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Search.Facets;

namespace BpoDirectory.Search.Storage;

/// <summary>Reads what <see cref="SearchIndex"/> writes.</summary>
internal static class IndexReader
{
    /// <summary>All words, sorted.</summary>
    public static List<(int Number, string Word)> Words(ReadSession session) =>
        session.Query("SELECT Id, Word FROM DepartmentIndexWords ORDER BY Word", row => (row.GetInt32(0), row.GetString(1)));

    /// <summary>The words numbered above <paramref name="last"/>.</summary>
    public static List<(int Number, string Word)> Words(ReadSession session, int last) =>
        session.Query("SELECT Id, Word FROM DepartmentIndexWords WHERE Id > $1", row => (row.GetInt32(0), row.GetString(1)), last);

    /// <summary>The latest revision, 0 when nothing is indexed.</summary>
    public static long Revision(ReadSession session) =>
        session.Query("SELECT ifnull(max(Revision), 0) FROM DepartmentIndex", row => row.GetInt64(0))[0];

    /// <summary>The departments indexed after <paramref name="revision"/>.</summary>
    public static List<int> ChangedSince(ReadSession session, long revision) =>
        session.Query("SELECT DepartmentId FROM DepartmentIndex WHERE Revision > $1", row => row.GetInt32(0), revision);

    /// <summary>The passages of all departments, by their positions.</summary>
    public static byte[]?[] Passages(ReadSession session, FacetIndex departments)
    {
        var passages = new byte[]?[departments.Positions];
        session.Each("SELECT DepartmentId, Passages FROM DepartmentIndex", row =>
        {
            if (departments.PositionOf(row.GetInt32(0)) is >= 0 and var position)
                passages[position] = row.GetFieldValue<byte[]>(1);
        });
        return passages;
    }

    /// <summary>The passages of some departments, by the departments' keys.</summary>
    public static Dictionary<int, byte[]> Passages(ReadSession session, IEnumerable<int> departmentIds) =>
        session.Query(
            "SELECT DepartmentId, Passages FROM DepartmentIndex WHERE DepartmentId IN (SELECT value FROM json_each($1))",
            row => (Id: row.GetInt32(0), Passages: row.GetFieldValue<byte[]>(1)), JsonSerializer.Serialize(departmentIds))
            .ToDictionary(row => row.Id, row => row.Passages);
}
