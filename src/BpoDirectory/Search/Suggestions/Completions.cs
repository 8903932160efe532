using BpoDirectory.Data.Sqlite;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;

namespace BpoDirectory.Search.Suggestions;

/// <summary>Wordings that complete what is being typed.</summary>
/// <param name="Query">What was typed, cleaned.</param>
/// <param name="Departments">Departments, by name or alias.</param>
/// <param name="Functions">Functions, by name or synonym.</param>
/// <param name="Searches">Wordings that others have searched for with success.</param>
public sealed record CompletionAnswer(
    string Query, IReadOnlyList<Wording> Departments, IReadOnlyList<Wording> Functions, IReadOnlyList<string> Searches);

/// <summary>Completes questions while they are typed.</summary>
public sealed class Completions(PreparedReads reads, SearchState state, DepartmentSearch search)
{
    /// <summary>Most wordings offered at once, over all kinds.</summary>
    public const int Most = 8;

    private const int MostDepartments = 3;
    private const int MostSearches = 2;

    // Fewer searches than this might show what one person typed.
    private const int FewestSearches = 3;

    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(0.3);

    private const string PastSearches =
        """
        SELECT Text FROM SearchCounts WHERE IsAnswered AND Text >= $1 AND Text < $2
        GROUP BY Text HAVING sum(Count) >= $3 ORDER BY sum(Count) DESC, length(Text), Text LIMIT $4
        """;

    /// <summary>Completes a text; every wording offered has an answer. Nothing typed, nothing offered.</summary>
    public CompletionAnswer Complete(string? text)
    {
        var query = QueryText.Clean(text);
        var knowledge = state.Current;
        var words = knowledge.Lexicon.Splitter.Split(query);
        if (words.Count == 0)
            return new CompletionAnswer(query, [], [], []);

        var (departments, functions, past) = reads.Read(session =>
        {
            var wordings = knowledge.Wordings.Get(session);
            var named = Offered(session, wordings.Completing(WordingKind.Department, words), MostDepartments);
            return (named, Offered(session, wordings.Completing(WordingKind.Function, words), Most - named.Count), Past(session, query.ToLowerInvariant()));
        });
        var searches = past
            .Where(text => !departments.Concat(functions).Any(w => w.Text.Equals(text, StringComparison.OrdinalIgnoreCase)) && HasAnswer(text))
            .Take(MostSearches)
            .ToList();
        return new CompletionAnswer(query, departments, [.. functions.Take(Most - departments.Count - searches.Count)], searches);
    }

    private static List<Wording> Offered(ReadSession session, IEnumerable<WordingEntry> entries, int most) =>
        [.. entries.Select(entry => Wording.Of(session, entry)).OfType<Wording>().Take(most)];

    private bool HasAnswer(string text) => search.Search(new SearchRequest { Text = text, PageSize = 1 }).Total > 0;

    // One letter can begin very many wordings: better no past searches than a late answer.
    private static List<string> Past(ReadSession session, string beginning)
    {
        List<string> found = [];
        session.TryWithin(LongestLook, () => found = session.Query(PastSearches, row => row.GetString(0), beginning, beginning + '\uffff', FewestSearches, Most));
        return found;
    }
}
