using BpoDirectory.Search.Suggestions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>Wordings that complete what was typed, by kind, at most eight in all.</summary>
/// <param name="Query">What was typed, as it was used.</param>
/// <param name="Departments">Departments whose name or alias fits.</param>
/// <param name="Functions">Functions whose name or synonym fits.</param>
/// <param name="Searches">Wordings that others have searched for with success.</param>
public sealed record SuggestionList(
    string Query, IReadOnlyList<Suggestion> Departments, IReadOnlyList<Suggestion> Functions, IReadOnlyList<string> Searches)
{
    internal static SuggestionList Of(CompletionAnswer answer) => new(
        answer.Query, [.. answer.Departments.Select(Suggestion.Of)], [.. answer.Functions.Select(Suggestion.Of)], answer.Searches);
}

/// <summary>A department or function that completes what was typed.</summary>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">The wording that fits: the name, an alias or a synonym.</param>
public sealed record Suggestion(string Slug, string Name, string Text)
{
    internal static Suggestion Of(Wording wording) => new(wording.Slug, wording.Name, wording.Text);
}

/// <summary>What a question could become while it is typed.</summary>
internal static class SuggestionsApi
{
    private static readonly TextParameter Query = new("q", "What was typed so far; the first 200 characters and 16 words count.");

    public static void MapSuggestions(this IEndpointRouteBuilder api) =>
        api.MapGet("/suggestions", Complete)
            .WithTags("Suggestions")
            .WithName("listSuggestions")
            .WithSummary("Complete a question while it is typed")
            .WithQuery(Query);

    private static Results<Ok<SuggestionList>, ValidationProblem> Complete(HttpRequest request, Completions completions)
    {
        var query = new QueryValues(request.Query);
        var typed = query.Text(Query);
        return query.Errors.Count > 0
            ? TypedResults.ValidationProblem(query.Errors)
            : TypedResults.Ok(SuggestionList.Of(completions.Complete(typed)));
    }
}
