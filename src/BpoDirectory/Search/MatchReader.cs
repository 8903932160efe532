using System.Text.Json;
using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>Reads the texts of the passages by which departments answer, and marks the words that do.</summary>
internal sealed class MatchReader(ReadSession session, Knowledge knowledge, PassageMatcher matcher)
{
    /// <summary>The reasons for which departments are shown, by the departments' keys.</summary>
    public Dictionary<int, SearchMatch> Read(IEnumerable<Rated> page)
    {
        var matches = new Dictionary<int, SearchMatch>();
        foreach (var part in page.Where(rated => rated.Reason is not null).GroupBy(rated => rated.Reason!.Value.Field))
        {
            var found = part.Key == MatchField.Function ? [] : Passages(part.Key, part.Select(rated => rated.DepartmentId));
            foreach (var rated in part)
            {
                var (key, passages) = (rated.Reason!.Value, found.GetValueOrDefault(rated.DepartmentId) ?? []);
                if ((part.Key == MatchField.Function ? Function(key) : passages.ElementAtOrDefault(key.Place)) is { } passage)
                    matches[rated.DepartmentId] = Mark(passage);
            }
        }
        return matches;
    }

    private Dictionary<int, List<Passage>> Passages(MatchField field, IEnumerable<int> departmentIds)
    {
        var keys = JsonSerializer.Serialize(departmentIds);
        return new PassageReader((sql, row) => session.Each(sql, row, keys)).Read(field);
    }

    // By itself: the other functions of the department, and their synonyms, need not be read.
    private Passage? Function(PassageKey key) =>
        session.Query("SELECT Name FROM BusinessFunctions WHERE Id = $1", row => row.GetString(0), key.FunctionId) is [var name]
            ? PassageReader.Function(key.FunctionId, name, 1, Synonyms(key)).ElementAtOrDefault(key.Place)
            : null;

    private List<string> Synonyms(PassageKey key) => key.Place == 0
        ? []
        : session.Query("SELECT Text FROM FunctionSynonym WHERE BusinessFunctionId = $1 ORDER BY Rank", row => row.GetString(0), key.FunctionId);

    private SearchMatch Mark(Passage passage)
    {
        var words = passage.Words(knowledge.Lexicon.Splitter);
        var met = matcher.Met([.. words.Select(word => knowledge.Vocabulary.NumberOf(word.Text))]);
        return Snippet.Of(passage.Field, passage.Text, [.. met.Select(place => new TextRange(words[place].Start, words[place].Length))]);
    }
}
