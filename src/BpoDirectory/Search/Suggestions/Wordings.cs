using System.Text.Json;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Suggestions;

/// <summary>The names of departments and functions, and their other wordings, found by the words in them.</summary>
internal sealed class Wordings
{
    // A beginning that more wordings share than this is too short to choose among all of them.
    private const int MostCompared = 2_000;

    private const string Departments = "SELECT Id, 1, Name FROM Departments WHERE NOT IsArchived";
    private const string Aliases = "SELECT a.DepartmentId, 0, a.Name FROM DepartmentAliases a JOIN Departments d ON d.Id = a.DepartmentId WHERE NOT d.IsArchived";
    private const string Of = "(SELECT value FROM json_each($1))";

    private readonly WordSplitter _splitter;
    private readonly WordingTable _departments;
    private readonly WordingTable _functions;
    private readonly HashSet<int> _changed;
    private readonly WordingTable _departmentsSince;

    private Wordings(WordSplitter splitter, WordingTable departments, WordingTable functions, HashSet<int> changed, WordingTable departmentsSince)
    {
        (_splitter, _departments, _functions) = (splitter, departments, functions);
        (_changed, _departmentsSince) = (changed, departmentsSince);
    }

    /// <summary>Reads all of them.</summary>
    public static Wordings Read(ReadSession session, WordSplitter splitter) => new(
        splitter,
        new WordingTable(WordingKind.Department, Read(session, WordingKind.Department, $"{Departments} UNION ALL {Aliases}"), splitter),
        ReadFunctions(session, splitter), [], new WordingTable(WordingKind.Department, [], splitter));

    /// <summary>These wordings after changes; only those of the departments changed, and with <paramref name="functions"/> those of functions, are read.</summary>
    public Wordings With(ReadSession session, IReadOnlyCollection<int> departments, bool functions)
    {
        HashSet<int> changed = [.. _changed, .. departments];
        var since = Read(
            session, WordingKind.Department, $"{Departments} AND Id IN {Of} UNION ALL {Aliases} AND d.Id IN {Of}", JsonSerializer.Serialize(changed));
        return new Wordings(
            _splitter, _departments, functions ? ReadFunctions(session, _splitter) : _functions, changed,
            new WordingTable(WordingKind.Department, since, _splitter));
    }

    /// <summary>Names that have this very word, the shortest first.</summary>
    public IEnumerable<WordingEntry> NamesWith(string word) =>
        OfDepartments(table => table.With(word)).Concat(_functions.With(word).Select(place => _functions[place]))
            .Where(wording => wording.IsName)
            .OrderBy(wording => wording.Text.Length).ThenBy(wording => wording.Text, StringComparer.Ordinal);

    /// <summary>
    /// Wordings that have all these words, the last of which may be unfinished; those that begin with the first word come
    /// first, then names, then the shorter ones. Each department or function comes once, by its best wording.
    /// </summary>
    public IEnumerable<WordingEntry> Completing(WordingKind kind, IReadOnlyList<Word> words) =>
        (kind == WordingKind.Function
            ? Having(_functions, words).Select(place => _functions[place])
            : OfDepartments(table => Having(table, words)))
        .OrderByDescending(wording => wording.Text.StartsWith(words[0].Text, StringComparison.OrdinalIgnoreCase))
        .ThenByDescending(wording => wording.IsName)
        .ThenBy(wording => wording.Text.Length)
        .ThenBy(wording => wording.Text, StringComparer.OrdinalIgnoreCase)
        .DistinctBy(wording => wording.Id);

    private IEnumerable<WordingEntry> OfDepartments(Func<WordingTable, IEnumerable<int>> places) =>
        places(_departments).Where(place => !_changed.Contains(_departments.IdAt(place))).Select(place => _departments[place])
            .Concat(places(_departmentsSince).Select(place => _departmentsSince[place]));

    private static IEnumerable<int> Having(WordingTable table, IReadOnlyList<Word> words)
    {
        var whole = words.SkipLast(1).Select(word => table.With(word.Text)).ToList();
        return table.WithBeginning(words[^1].Text)
            .Take(MostCompared)
            .Where(place => whole.TrueForAll(places => Array.BinarySearch(places, place) >= 0));
    }

    private static WordingTable ReadFunctions(ReadSession session, WordSplitter splitter) => new(
        WordingKind.Function,
        Read(session, WordingKind.Function, "SELECT Id, 1, Name FROM BusinessFunctions UNION ALL SELECT BusinessFunctionId, 0, Text FROM FunctionSynonym"),
        splitter);

    private static List<WordingEntry> Read(ReadSession session, WordingKind kind, string sql, params ReadOnlySpan<object> parameters) =>
        session.Query(sql, row => new WordingEntry(kind, row.GetInt32(0), row.GetInt32(1) == 1, row.GetString(2)), parameters);
}
