using BpoDirectory.Benchmarks.Hosting;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Benchmarks.Generation;

/// <summary>What stands in a database before departments are invented beside it.</summary>
internal sealed record ExistingCatalog(
    Surroundings Surroundings, int Departments, IReadOnlyList<long> Sources, IReadOnlyList<long> ServiceLines,
    IReadOnlyList<long> OutsourcingTypes, IReadOnlyDictionary<string, long> LastKeys)
{
    private const int ShortestWord = 4;

    private static readonly string[] KeyedTables =
        ["Departments", "DepartmentAliases", "Responsibilities", "BusinessFunctions", "FunctionOwners"];

    public static ExistingCatalog Read(SqliteConnection connection)
    {
        var lines = Keys("ServiceLines");
        var types = Keys("OutsourcingTypes");
        var names = connection.Read(
            "SELECT Name FROM Departments UNION SELECT Name FROM DepartmentAliases UNION SELECT Name FROM BusinessFunctions",
            row => row.GetString(0));
        var texts = connection.Read(
            """
            SELECT Name FROM Departments UNION ALL SELECT Name FROM DepartmentAliases UNION ALL SELECT Name FROM BusinessFunctions
            UNION ALL SELECT Text FROM FunctionSynonym UNION ALL SELECT Text FROM Responsibilities
            """,
            row => row.GetString(0));
        return new ExistingCatalog(
            new Surroundings(names, WordsOf(texts), lines.Count, types.Count),
            Keys("Departments").Count,
            Keys("Sources"),
            lines,
            types,
            KeyedTables.ToDictionary(
                table => table, table => connection.Read($"SELECT coalesce(max(Id), 0) FROM {table}", row => row.GetInt64(0))[0]));

        List<long> Keys(string table) => connection.Read($"SELECT Id FROM {table} ORDER BY Id", row => row.GetInt64(0));
    }

    private static string[] WordsOf(IEnumerable<string> texts) =>
        [.. texts
            .SelectMany(text => text.ToLowerInvariant()
                .Split([' ', '-', ',', '/', '&', '\'', '’', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length >= ShortestWord && word.All(char.IsAsciiLetterLower) && !Lexis.Grammar.Contains(word))
            .CountBy(word => word)
            .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => word.Key)];
}
