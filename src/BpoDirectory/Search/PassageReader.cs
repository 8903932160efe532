using Microsoft.Data.Sqlite;

namespace BpoDirectory.Search;

/// <summary>Reads departments as passages; what is indexed and what is ranked come from here, and so never differ.</summary>
/// <param name="splitter">Splits the passages into words.</param>
public sealed class PassageReader(WordSplitter splitter)
{
    /// <summary>The queries, each over the departments whose keys stand in a JSON array, in the order in which passages stand.</summary>
    public static class Sql
    {
        public const string Departments =
            "SELECT Id, Name, Summary, Description FROM Departments WHERE Id IN (SELECT value FROM json_each($1))";

        public const string Aliases =
            "SELECT DepartmentId, Name FROM DepartmentAliases WHERE DepartmentId IN (SELECT value FROM json_each($1)) ORDER BY DepartmentId, Rank";

        public const string Functions =
            """
            SELECT o.DepartmentId, f.Id, f.Name, o.Rank
            FROM FunctionOwners o JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId
            WHERE o.DepartmentId IN (SELECT value FROM json_each($1)) ORDER BY o.DepartmentId, o.Rank, f.Name
            """;

        public const string Synonyms =
            """
            SELECT DISTINCT s.BusinessFunctionId, s.Text, s.Rank
            FROM FunctionOwners o JOIN FunctionSynonym s ON s.BusinessFunctionId = o.BusinessFunctionId
            WHERE o.DepartmentId IN (SELECT value FROM json_each($1)) ORDER BY s.BusinessFunctionId, s.Rank
            """;

        public const string Responsibilities =
            "SELECT DepartmentId, Text, Detail FROM Responsibilities WHERE DepartmentId IN (SELECT value FROM json_each($1)) ORDER BY DepartmentId, Rank";

        public const string ServiceLines =
            """
            SELECT m.DepartmentId, l.Name FROM ServiceLineDepartment m JOIN ServiceLines l ON l.Id = m.ServiceLineId
            WHERE m.DepartmentId IN (SELECT value FROM json_each($1)) ORDER BY m.DepartmentId, l.Rank
            """;

        public const string Types =
            """
            SELECT n.DepartmentId, t.Acronym || ': ' || t.Name FROM OutsourcingTypeDepartment n JOIN OutsourcingTypes t ON t.Id = n.OutsourcingTypeId
            WHERE n.DepartmentId IN (SELECT value FROM json_each($1)) ORDER BY n.DepartmentId, t.Acronym
            """;
    }

    /// <summary>Runs a query and hands over its rows.</summary>
    public delegate void RowSource(string sql, Action<SqliteDataReader> row);

    /// <summary>The passages of the departments that the queries find, by the departments' keys.</summary>
    public Dictionary<int, DepartmentPassages> Read(RowSource rows)
    {
        var departments = new Dictionary<int, List<Passage>>();
        var prose = new Dictionary<int, (string Summary, string Description)>();
        rows(Sql.Departments, row =>
        {
            departments[row.GetInt32(0)] = [Of(MatchField.Name, row.GetString(1))];
            prose[row.GetInt32(0)] = (row.GetString(2), row.GetString(3));
        });
        rows(Sql.Aliases, row => departments[row.GetInt32(0)].Add(Of(MatchField.Alias, row.GetString(1))));

        var synonyms = new Dictionary<int, List<string>>();
        rows(Sql.Synonyms, row => (synonyms.TryGetValue(row.GetInt32(0), out var texts) ? texts : synonyms[row.GetInt32(0)] = []).Add(row.GetString(1)));
        rows(Sql.Functions, row => AddFunction(departments[row.GetInt32(0)], row.GetInt32(1), row.GetString(2), row.GetInt32(3), synonyms));
        rows(Sql.Responsibilities, row =>
        {
            departments[row.GetInt32(0)].Add(Of(MatchField.Responsibility, row.GetString(1)));
            if (!row.IsDBNull(2))
                departments[row.GetInt32(0)].Add(Of(MatchField.Responsibility, row.GetString(2)));
        });
        rows(Sql.ServiceLines, row => departments[row.GetInt32(0)].Add(Of(MatchField.ServiceLine, row.GetString(1))));
        rows(Sql.Types, row => departments[row.GetInt32(0)].Add(Of(MatchField.Type, row.GetString(1))));
        return departments.ToDictionary(department => department.Key, department =>
        {
            var (summary, description) = prose[department.Key];
            department.Value.Add(Of(MatchField.Summary, summary));
            return new DepartmentPassages(
                department.Value, () => [.. PlainText.Paragraphs(description).Select(paragraph => Of(MatchField.Description, paragraph))]);
        });
    }

    private void AddFunction(List<Passage> passages, int id, string name, int ownerRank, Dictionary<int, List<string>> synonyms)
    {
        passages.Add(new Passage(splitter, MatchField.Function, name, 0, id, ownerRank));
        var lead = name + ": ";
        foreach (var synonym in synonyms.GetValueOrDefault(id) ?? [])
            passages.Add(new Passage(splitter, MatchField.Function, lead + synonym, lead.Length, id, ownerRank));
    }

    private Passage Of(MatchField field, string text) => new(splitter, field, text);
}
