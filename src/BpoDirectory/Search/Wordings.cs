using BpoDirectory.Data;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Search;

/// <summary>What a wording leads to.</summary>
public enum WordingKind
{
    Department,
    Function,
}

/// <summary>A name of a department or function, or another wording for it.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Slug">The slug of that.</param>
/// <param name="Name">The name of that.</param>
/// <param name="Text">The wording itself: the name, an alias or a synonym.</param>
public sealed record Wording(WordingKind Kind, string Slug, string Name, string Text);

/// <summary>The names of departments and functions, and their other wordings, found by the words they begin with.</summary>
public sealed class Wordings
{
    private const string IsOwned =
        "EXISTS (SELECT 1 FROM FunctionOwners o JOIN Departments d ON d.Id = o.DepartmentId WHERE o.BusinessFunctionId = f.Id AND NOT d.IsArchived)";

    // A beginning that more wordings share than this is too short to choose among all of them.
    private const int MostCompared = 2_000;

    private readonly Wording[] _wordings;
    private readonly string[] _words;
    private readonly int[][] _places;

    private Wordings(Wording[] wordings, WordSplitter splitter)
    {
        _wordings = wordings;
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (place, wording) in wordings.Index())
            foreach (var word in splitter.Split(wording.Text))
            {
                if (!byWord.TryGetValue(word.Text, out var places))
                    byWord[word.Text] = places = new List<int>(1);
                if (places.Count == 0 || places[^1] != place)
                    places.Add(place);
            }
        _words = [.. byWord.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        _places = Array.ConvertAll(_words, word => byWord[word].ToArray());
    }

    public static Wordings Read(ReadSession session, WordSplitter splitter) => new(
        [
            .. session.Query("SELECT Slug, Name, Name FROM Departments WHERE NOT IsArchived", row => Of(WordingKind.Department, row)),
            .. session.Query(
                "SELECT d.Slug, d.Name, a.Name FROM DepartmentAliases a JOIN Departments d ON d.Id = a.DepartmentId WHERE NOT d.IsArchived",
                row => Of(WordingKind.Department, row)),
            .. session.Query($"SELECT f.Slug, f.Name, f.Name FROM BusinessFunctions f WHERE {IsOwned}", row => Of(WordingKind.Function, row)),
            .. session.Query(
                $"SELECT f.Slug, f.Name, s.Text FROM FunctionSynonym s JOIN BusinessFunctions f ON f.Id = s.BusinessFunctionId WHERE {IsOwned}",
                row => Of(WordingKind.Function, row)),
        ],
        splitter);

    /// <summary>Names that have this very word, the shortest first, at most <paramref name="most"/>.</summary>
    public IEnumerable<string> NamesWith(string word, int most) =>
        (Array.BinarySearch(_words, word, StringComparer.Ordinal) is >= 0 and var at ? _places[at] : [])
            .Select(place => _wordings[place])
            .Where(wording => wording.Text == wording.Name)
            .Select(wording => wording.Name)
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)
            .Take(most);

    /// <summary>
    /// Wordings that have all these words, the last of which may be unfinished; those that begin with the first word come
    /// first, then the shorter ones. Each department and function comes once, by its best wording.
    /// </summary>
    public IEnumerable<Wording> Completing(IReadOnlyList<Word> words) =>
        Having(words[^1].Text, isPrefix: true)
            .Take(MostCompared)
            .Where(place => words.SkipLast(1).All(word => Having(word.Text, isPrefix: false).Contains(place)))
            .Select(place => _wordings[place])
            .OrderByDescending(wording => wording.Text.StartsWith(words[0].Text, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(wording => wording.Text == wording.Name)
            .ThenBy(wording => wording.Text.Length)
            .ThenBy(wording => wording.Text, StringComparer.OrdinalIgnoreCase)
            .DistinctBy(wording => (wording.Kind, wording.Slug));

    private IEnumerable<int> Having(string text, bool isPrefix)
    {
        var at = Array.BinarySearch(_words, text, StringComparer.Ordinal);
        if (!isPrefix)
            return at >= 0 ? _places[at] : [];
        var first = at >= 0 ? at : ~at;
        return Enumerable.Range(first, _words.Length - first)
            .TakeWhile(i => _words[i].StartsWith(text, StringComparison.Ordinal))
            .SelectMany(i => _places[i])
            .Distinct();
    }

    private static Wording Of(WordingKind kind, SqliteDataReader row) => new(kind, row.GetString(0), row.GetString(1), row.GetString(2));
}
