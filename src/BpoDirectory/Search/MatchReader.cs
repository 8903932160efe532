using System.Globalization;
using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>Finds the texts of the passages by which departments answer, and marks the words that do.</summary>
internal sealed class MatchReader(ReadSession session, Knowledge knowledge, PassageMatcher matcher)
{
    private const string FunctionName = "SELECT Name FROM BusinessFunctions WHERE Id = $1";
    private const string FunctionSynonyms = "SELECT Text FROM FunctionSynonym WHERE BusinessFunctionId = $1 ORDER BY Rank";

    /// <summary>The reason why a department is shown; null when it has none.</summary>
    public SearchMatch? Read(Rated rated, DepartmentResult result)
    {
        if (rated.Reason is not { } key)
            return null;
        return key.Field switch
        {
            MatchField.Name => Mark(key.Field, result.Name),
            MatchField.Alias => Mark(key.Field, result.Aliases.ElementAtOrDefault(key.Place)),
            MatchField.Function => ReadFunction(key),
            MatchField.ServiceLine => Mark(key.Field, result.ServiceLines.ElementAtOrDefault(key.Place)?.Name),
            MatchField.Summary => Mark(key.Field, result.Summary),
            _ => Mark(key.Field, Passages(key.Field, rated.Position).ElementAtOrDefault(key.Place)?.Text),
        };
    }

    /// <summary>A function as a reason: by its name, or by the synonym that was met.</summary>
    public SearchMatch? ReadFunction(PassageKey key)
    {
        if (session.Query(FunctionName, row => row.GetString(0), key.FunctionId) is not [var name])
            return null;
        var synonyms = key.Place == 0 ? [] : session.Query(FunctionSynonyms, row => row.GetString(0), key.FunctionId);
        return PassageReader.Function(key.FunctionId, name, 1, synonyms).ElementAtOrDefault(key.Place) is { } passage ? Mark(passage) : null;
    }

    private List<Passage> Passages(MatchField field, int position)
    {
        var id = knowledge.Departments.IdAt(position);
        var keys = string.Create(CultureInfo.InvariantCulture, $"[{id}]");
        return new PassageReader((sql, row) => session.Each(sql, row, keys)).Read(field).GetValueOrDefault(id) ?? [];
    }

    private SearchMatch? Mark(MatchField field, string? text) => text is null ? null : Mark(new Passage(field, text));

    private SearchMatch Mark(Passage passage)
    {
        var words = passage.Words(knowledge.Lexicon.Splitter);
        var met = matcher.Met([.. words.Select(word => knowledge.Vocabulary.NumberOf(word.Text))]);
        return Snippet.Of(passage.Field, passage.Text, [.. met.Select(place => new TextRange(words[place].Start, words[place].Length))]);
    }
}
