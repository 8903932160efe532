using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>The names of departments and functions, found by their words.</summary>
public sealed class Wordings
{
    private readonly string[] _texts;
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);

    private Wordings(IEnumerable<string> texts, WordSplitter splitter)
    {
        _texts = [.. texts];
        foreach (var (place, text) in _texts.Index())
            foreach (var word in splitter.Split(text))
            {
                if (!_byWord.TryGetValue(word.Text, out var places))
                    _byWord[word.Text] = places = new List<int>(1);
                places.Add(place);
            }
    }

    public static Wordings Read(ReadSession session, WordSplitter splitter) => new(
        session.Query(
            """
            SELECT Name FROM Departments WHERE NOT IsArchived
            UNION ALL
            SELECT Name FROM BusinessFunctions f WHERE EXISTS (
                SELECT 1 FROM FunctionOwners o JOIN Departments d ON d.Id = o.DepartmentId WHERE o.BusinessFunctionId = f.Id AND NOT d.IsArchived)
            """,
            row => row.GetString(0)),
        splitter);

    /// <summary>Names that have this word, the shortest first, at most <paramref name="most"/>.</summary>
    public IEnumerable<string> With(string word, int most) =>
        (_byWord.TryGetValue(word, out var places) ? places : []).Select(place => _texts[place]).OrderBy(text => text.Length).ThenBy(text => text, StringComparer.Ordinal).Take(most);
}
