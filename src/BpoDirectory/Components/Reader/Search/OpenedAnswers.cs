using BpoDirectory.Search.Questions;
using Microsoft.AspNetCore.WebUtilities;

namespace BpoDirectory.Components.Reader.Search;

/// <summary>Marks a page that results lead to.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnswerPageAttribute : Attribute;

/// <summary>Learns whether answers are opened from what browsers say anyway: the page that a link was followed from.</summary>
public static class OpenedAnswers
{
    private static readonly string[] PagesOfResults = ["/", "/departments"];

    /// <summary>
    /// Counts for a question that one of its answers was opened. Stands before the caches, so that what they answer is counted
    /// too. Nothing is kept but the number; of browsers that do not send where they come from, nothing is counted.
    /// </summary>
    public static void UseOpenedAnswers(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified
                && HttpMethods.IsGet(context.Request.Method)
                && context.GetEndpoint()?.Metadata.GetMetadata<AnswerPageAttribute>() is not null
                && QuestionBefore(context.Request) is { } question)
                context.RequestServices.GetRequiredService<SearchCounter>().CountOpened(question);
        });

    private static string? QuestionBefore(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var page)
        && page.Authority == request.Host.Value
        && PagesOfResults.Contains(page.AbsolutePath)
            ? QueryHelpers.ParseQuery(page.Query).GetValueOrDefault("q").ToString()
            : null;
}
