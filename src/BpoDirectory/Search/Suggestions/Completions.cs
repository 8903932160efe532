using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Search.Suggestions;

/// <summary>Names and searches that complete what is being typed.</summary>
/// <param name="Query">What was typed, cleaned.</param>
/// <param name="Departments">Departments, by name or alias.</param>
/// <param name="Functions">Functions, by name or synonym.</param>
/// <param name="Searches">Texts that were searched for on several days, or that editors suggest.</param>
public sealed record CompletionAnswer(
    string Query, IReadOnlyList<SuggestedName> Departments, IReadOnlyList<SuggestedName> Functions, IReadOnlyList<string> Searches);

/// <summary>Completes questions while they are typed.</summary>
public sealed class Completions(SearchDatabase database, SearchState state, DepartmentSearch search)
{
    /// <summary>Most wordings offered at once, over all kinds.</summary>
    public const int Most = 8;

    private const int MostDepartments = 3;
    private const int MostSearches = 2;

    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(0.3);

    /// <summary>Completes a text; every wording offered has an answer. Nothing typed, nothing offered.</summary>
    public CompletionAnswer Complete(string? text)
    {
        var query = QueryText.Clean(text);
        var snapshot = state.Current;
        var words = snapshot.Lexicon.Tokenizer.Tokenize(query);
        if (words.Count == 0)
            return new CompletionAnswer(query, [], [], []);

        var (departments, functions, past) = database.Read(reader =>
        {
            var names = snapshot.Names.Get(reader);
            var named = Offered(reader, names.Completing(NameKind.Department, words), MostDepartments);
            return (
                named, Offered(reader, names.Completing(NameKind.Function, words), Most - named.Count),
                reader.SuggestedSearchesWith(WordingKey.From(query), Most, LongestLook));
        });
        var offered = departments.Concat(functions).SelectMany(name => new[] { name.Text, name.Name }).Select(WordingKey.From).ToHashSet();
        var searches = past
            .Where(text => !offered.Contains(WordingKey.From(text)) && HasAnswer(text))
            .Take(MostSearches)
            .ToList();
        return new CompletionAnswer(query, departments, [.. functions.Take(Most - departments.Count - searches.Count)], searches);
    }

    private static List<SuggestedName> Offered(SearchReader reader, IEnumerable<NameEntry> entries, int most) =>
        [.. entries.Select(entry => reader.Suggested(entry)).OfType<SuggestedName>().Take(most)];

    private bool HasAnswer(string text) => search.Search(new SearchRequest { Text = text, PageSize = 1 }).Total > 0;
}
