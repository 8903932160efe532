using BpoDirectory.Operations.Security;
using BpoDirectory.Search.Suggestions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>Wordings that complete what was typed, by kind, at most eight in all.</summary>
/// <param name="Query">What was typed, as it was used.</param>
/// <param name="Departments">Departments whose name or alias fits.</param>
/// <param name="Functions">Functions whose name or synonym fits.</param>
/// <param name="Searches">Wordings that were searched for on several days, or that editors suggest.</param>
public sealed record SuggestionList(
    string Query, IReadOnlyList<Suggestion> Departments, IReadOnlyList<Suggestion> Functions, IReadOnlyList<string> Searches)
{
    internal static SuggestionList From(CompletionAnswer answer) => new(
        answer.Query, [.. answer.Departments.Select(Suggestion.From)], [.. answer.Functions.Select(Suggestion.From)], answer.Searches);
}

/// <summary>A department or function that completes what was typed.</summary>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">The wording that fits: the name, an alias or a synonym.</param>
public sealed record Suggestion(string Slug, string Name, string Text)
{
    internal static Suggestion From(SuggestedName name) => new(name.Slug, name.Name, name.Text);
}

/// <summary>What a question could become while it is typed.</summary>
internal static class SuggestionsApi
{
    public static void MapSuggestions(this IEndpointRouteBuilder api) =>
        api.MapGet("/suggestions", Complete)
            .WithTags("Suggestions")
            .WithName("listSuggestions")
            .WithSummary("Complete a question while it is typed")
            .RequireRateLimiting(RateLimits.Search)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesValidationProblem();

    private static Ok<SuggestionList> Complete([AsParameters] TextQuery typed, Completions completions) =>
        TypedResults.Ok(SuggestionList.From(completions.Complete(typed.Text)));
}
