using BpoDirectory.Search.Suggestions;

namespace BpoDirectory.Search.Storage;

/// <summary>Reads the names, aliases and synonyms that the <see cref="NameIndex"/> holds.</summary>
internal static class NameReader
{
    private const string Names = "SELECT Id, 1, Name FROM Departments WHERE NOT IsArchived";
    private const string Aliases =
        "SELECT a.DepartmentId, 0, a.Name FROM DepartmentAliases a JOIN Departments d ON d.Id = a.DepartmentId WHERE NOT d.IsArchived";
    private const string Functions =
        "SELECT Id, 1, Name FROM BusinessFunctions UNION ALL SELECT BusinessFunctionId, 0, Text FROM FunctionSynonym";
    private const string Keys = "(SELECT value FROM json_each($1))";

    /// <summary>The names and aliases of all departments in use.</summary>
    public static List<NameEntry> ReadDepartments(SearchReader reader) => Read(reader, NameKind.Department, $"{Names} UNION ALL {Aliases}");

    /// <summary>The names and aliases of some departments, as far as they are in use.</summary>
    public static List<NameEntry> ReadDepartments(SearchReader reader, IReadOnlyCollection<int> departmentIds) => Read(
        reader, NameKind.Department, $"{Names} AND Id IN {Keys} UNION ALL {Aliases} AND d.Id IN {Keys}",
        departmentIds);

    /// <summary>The names and synonyms of all functions.</summary>
    public static List<NameEntry> ReadFunctions(SearchReader reader) => Read(reader, NameKind.Function, Functions);

    private static List<NameEntry> Read(SearchReader reader, NameKind kind, string sql, params ReadOnlySpan<object> parameters) =>
        reader.Session.Query(sql, row => new NameEntry(kind, row.GetInt32(0), row.GetInt32(1) == 1, row.GetString(2)), parameters);
}
