using BpoDirectory.Search.Index;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Search.Ranking;

/// <summary>Finds the texts of the passages by which departments answer, and marks the words that do.</summary>
internal sealed class MatchHighlighter(SearchReader reader, SearchSnapshot snapshot, PassageMatcher matcher)
{
    private readonly Dictionary<MatchField, Dictionary<int, List<Passage>>> _passages = [];

    /// <summary>Reads at once what <see cref="Read"/> needs of the departments of a page.</summary>
    public void Prepare(IEnumerable<Rated> page)
    {
        foreach (var field in page.Where(rated => rated.Reason is not null)
            .GroupBy(rated => rated.Reason!.Value.Field, rated => rated.Position))
            if (field.Key is MatchField.Responsibility or MatchField.Type or MatchField.Description or MatchField.Channel
                or MatchField.Tag or MatchField.ServiceLevel or MatchField.Link)
                _passages[field.Key] = Passages(field.Key, field);
    }

    /// <summary>The reason why a department is shown; null when it has none.</summary>
    public SearchMatch? Read(Rated rated, DepartmentResult result)
    {
        if (rated.Reason is not { } key)
            return null;
        return key.Field switch
        {
            MatchField.Name => Mark(key.Field, result.Name),
            MatchField.Alias => Mark(key.Field, result.Aliases.ElementAtOrDefault(key.Ordinal)),
            MatchField.Function => ReadFunction(key),
            MatchField.ServiceLine => Mark(key.Field, result.ServiceLines.ElementAtOrDefault(key.Ordinal)?.Name),
            MatchField.Summary => Mark(key.Field, result.Summary),
            _ => Mark(key.Field, Passages(key.Field, rated.Position).ElementAtOrDefault(key.Ordinal)?.Text),
        };
    }

    /// <summary>A function as a reason: by its name, or by the synonym that was met.</summary>
    public SearchMatch? ReadFunction(PassageKey key)
    {
        if (reader.FunctionName(key.FunctionId) is not var (_, name))
            return null;
        var synonyms = key.Ordinal == 0 ? [] : reader.FunctionSynonyms(key.FunctionId);
        return PassageReader.Function(key.FunctionId, name, 1, synonyms).ElementAtOrDefault(key.Ordinal) is { } passage
            ? Mark(passage)
            : null;
    }

    private List<Passage> Passages(MatchField field, int position)
    {
        var passages = _passages.GetValueOrDefault(field) ?? Passages(field, [position]);
        return passages.GetValueOrDefault(snapshot.Departments.IdAt(position)) ?? [];
    }

    private Dictionary<int, List<Passage>> Passages(MatchField field, IEnumerable<int> positions) =>
        new PassageReader(reader, positions.Select(snapshot.Departments.IdAt)).Read(field);

    private SearchMatch? Mark(MatchField field, string? text) => text is null ? null : Mark(new Passage(field, text));

    private SearchMatch Mark(Passage passage)
    {
        var words = passage.Words(snapshot.Lexicon.Tokenizer);
        var met = matcher.Met([.. words.Select(word => snapshot.Vocabulary.NumberOf(word.Text))]);
        return Snippet.Create(
            passage.Field, passage.Text, [.. met.Select(place => new TextRange(words[place].Start, words[place].Length))]);
    }
}
