using BpoDirectory.Components.Shared;
using BpoDirectory.Search;

namespace BpoDirectory.Components.Reader.Search;

/// <summary>What was asked together with what was answered, in the words of the page.</summary>
/// <param name="Address">What was asked.</param>
/// <param name="Answer">What was answered, or null when nothing was asked.</param>
/// <param name="Heading">The heading of the page.</param>
public sealed record ResultsPage(ResultsAddress Address, SearchAnswer? Answer, string Heading)
{
    /// <summary>How many functions each department of a table owns, alone or with others, by slug.</summary>
    public IReadOnlyDictionary<string, int> FunctionCounts { get; init; } = new Dictionary<string, int>();

    public bool IsNonsense => Address.Page is null;

    public int LastPage => Answer is null ? 1 : Math.Max(1, (Answer.Total + ResultsAddress.PageSize - 1) / ResultsAddress.PageSize);

    public bool IsPastTheEnd => Address.Page > LastPage;

    public int Status =>
        IsNonsense ? StatusCodes.Status400BadRequest : IsPastTheEnd ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;

    /// <summary>The question that was answered: as corrected, or as asked.</summary>
    public string Query => Answer?.CorrectedQuery ?? Answer?.Query ?? "";

    /// <summary>“2 results”, “No results”; departments, when there is no question.</summary>
    public string Count => Answer switch
    {
        null => "",
        { Total: 0 } => Query.Length > 0 ? "No results" : "No departments",
        { Total: var total } => Format.Count(total, Query.Length > 0 ? "result" : "department"),
    };

    public string Title
    {
        get
        {
            if (Answer is null)
                return Heading;
            var subject = Query.Length > 0 ? $"{Count} for ‘{Query}’" : Address.Choices.Count > 0 ? $"{Count}, narrowed" : Heading;
            return Address.Page > 1 ? $"{subject}, page {Address.Page}" : subject;
        }
    }

    public string Description => Answer is null || Query.Length == 0
        ? "Find the BPO department that handles a task: departments, functions, service lines and outsourcing types, front office and back office."
        : $"The departments that answer ‘{Query}’ in the directory of business process outsourcing, each with the reason why.";
}
