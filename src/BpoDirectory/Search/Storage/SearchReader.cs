using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Search.Suggestions;

namespace BpoDirectory.Search.Storage;

/// <summary>What a question asks of the database, beside what is in memory.</summary>
public sealed class SearchReader
{
    private const string Owners = "SELECT DepartmentId, Rank FROM FunctionOwners WHERE BusinessFunctionId = $1";

    private const string ListedOwners =
        """
        SELECT d.Slug, d.Name, d.Icon, d.Office, d.Id FROM FunctionOwners o JOIN Departments d ON d.Id = o.DepartmentId
        WHERE o.BusinessFunctionId = $1 AND NOT d.IsArchived ORDER BY o.Rank LIMIT $2
        """;

    private const string Function = "SELECT Slug, Name FROM BusinessFunctions WHERE Id = $1";

    private const string Synonyms = "SELECT Text FROM FunctionSynonym WHERE BusinessFunctionId = $1 ORDER BY Rank";

    private const string Department = "SELECT Slug, Name FROM Departments WHERE Id = $1 AND NOT IsArchived";

    private const string OwnedFunction =
        """
        SELECT f.Slug, f.Name FROM BusinessFunctions f WHERE f.Id = $1 AND NOT f.IsArchived AND EXISTS (
            SELECT 1 FROM FunctionOwners o JOIN Departments d ON d.Id = o.DepartmentId WHERE o.BusinessFunctionId = f.Id AND NOT d.IsArchived)
        """;

    // What editors have approved, and what the directory understands in full and was asked on several days.
    private const string SuggestedSearches =
        """
        SELECT w.Text FROM SearchWordings w LEFT JOIN SearchCounts c ON c.WordingKey = w.Key AND c.Count > 0
        WHERE w.Key >= $1 AND w.Key < $2 AND NOT w.IsDismissed AND w.Outcome <> 'Nothing' AND (w.IsApproved OR w.IsWhole)
        GROUP BY w.Key HAVING w.IsApproved OR count(c.Day) >= $3 ORDER BY sum(c.Count) DESC NULLS LAST, length(w.Text), w.Text LIMIT $4
        """;

    internal SearchReader(ReadSession session) => Session = session;

    /// <summary>The connection, for the readers of this folder.</summary>
    internal ReadSession Session { get; }

    /// <summary>The departments that own a function, archived ones among them, in any order.</summary>
    public List<(int DepartmentId, int Rank)> FunctionOwners(int functionId) =>
        Session.Query(Owners, row => (row.GetInt32(0), row.GetInt32(1)), functionId);

    /// <summary>The departments in use that own a function, its main owner first.</summary>
    public List<(int DepartmentId, FunctionAnswerOwner Owner)> ListedFunctionOwners(int functionId, int most) =>
        Session.Query(
            ListedOwners,
            row => (
                row.GetInt32(4),
                new FunctionAnswerOwner(row.GetString(0), row.GetString(1), row.GetString(2), Enum.Parse<Office>(row.GetString(3)))),
            functionId, most);

    /// <summary>
    /// The same owners with how and when they are reached about the function, by the kind of channel asked for rather than any other, and
    /// whom to turn to next.
    /// </summary>
    internal IReadOnlyList<FunctionAnswerOwner> WithContact(
        List<(int DepartmentId, FunctionAnswerOwner Owner)> owners, int functionId, SearchRequest request)
    {
        var ids = owners.ConvertAll(owner => owner.DepartmentId);
        var (channels, hours) = (ChannelQueries.Best(Session, ids, functionId, request.Contact), HoursQueries.Of(Session, ids));
        return
        [
            .. owners.Select((owner, place) => owner.Owner with
            {
                Channel = channels.GetValueOrDefault(owner.DepartmentId), Hours = hours.GetValueOrDefault(owner.DepartmentId),
                Escalation = place > 0 ? [] : ReachQueries.Escalation(Session, owner.DepartmentId, request.Audience.SeesPeople),
            }),
        ];
    }

    /// <summary>A function's slug and name; null when it is gone.</summary>
    public (string Slug, string Name)? FunctionName(int functionId) =>
        Session.Query(Function, row => (row.GetString(0), row.GetString(1)), functionId) is [var function] ? function : null;

    /// <summary>The synonyms of a function, in their order.</summary>
    public List<string> FunctionSynonyms(int functionId) => Session.Query(Synonyms, row => row.GetString(0), functionId);

    /// <summary>A name with the address of what it leads to; null when that is archived or nobody's.</summary>
    internal SuggestedName? Suggested(NameEntry entry) =>
        Session.Query(
            entry.Kind == NameKind.Department ? Department : OwnedFunction,
            row => new SuggestedName(entry.Kind, row.GetString(0), row.GetString(1), entry.Text), entry.Id) is [var name] ? name : null;

    /// <summary>
    /// Searches that begin like this and may be suggested to everybody, most frequent first; none when looking takes longer than
    /// <paramref name="longest"/>.
    /// </summary>
    /// <param name="beginning">The beginning of their key.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="longest">How long it may take: one letter can begin very many.</param>
    internal List<string> SuggestedSearchesWith(string beginning, int most, TimeSpan longest)
    {
        List<string> found = [];
        Session.TryWithin(
            longest,
            () => found = Session.Query(
                SuggestedSearches, row => row.GetString(0), beginning, beginning + '\uffff', SearchWording.DaysBeforeSuggested, most));
        return found;
    }
}
