using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.Guide;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>All guide articles in reading order.</summary>
public sealed record GuideList(int Total, IReadOnlyList<GuideItem> Items);

/// <summary>What a program says about a guide article. What it leaves out stays as it is; an empty list empties.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Slug">
/// Its part of an address; the one it had keeps leading to it. Left out of a new article, it is made of the title.
/// </param>
/// <param name="Summary">One or two sentences about it.</param>
/// <param name="Body">The text, in Markdown.</param>
/// <param name="Sources">Its sources: codes, or objects with a code.</param>
/// <param name="Note">What changed and why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record GuideArticleBody(
    [property: MaxLength(Rules.NameLength)] string? Title, [property: MaxLength(Rules.SlugLength)] string? Slug,
    [property: MaxLength(Rules.SentenceLength)] string? Summary, [property: MaxLength(Rules.MarkdownLength)] string? Body,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<Reference>? Sources, [property: MaxLength(Rules.SentenceLength)] string? Note)
    : IEntryBody<GuideArticleContent>
{
    /// <summary>As it was read; follows from the reading order.</summary>
    public JsonElement? Previous { get; init; }

    /// <summary>As it was read; follows from the reading order.</summary>
    public JsonElement? Next { get; init; }

    /// <summary>As it was read; If-Match names the version that counts.</summary>
    public JsonElement? Version { get; init; }

    /// <summary>As it was read; the save sets it.</summary>
    public JsonElement? UpdatedAt { get; init; }

    string? IEntryBody<GuideArticleContent>.Reason => Note;

    Task IEntryBody<GuideArticleContent>.ApplyToAsync(DirectoryDbContext db, GuideArticleContent content)
    {
        (content.Heading, content.Slug) = (Title ?? content.Heading, Slug ?? content.Slug);
        (content.Summary, content.Body) = (Summary ?? content.Summary, Body ?? content.Body);
        content.Sources = Sources?.Select(source => source.Key).ToList() ?? content.Sources;
        return Task.CompletedTask;
    }
}

/// <summary>The guide: what the words of the trade mean.</summary>
internal static class GuideApi
{
    private const string Path = "guide";
    private const string Tag = "Guide";
    private const string Slug = "The article's slug, such as what-is-bpo.";

    public static void MapGuide(this IEndpointRouteBuilder api)
    {
        var guide = api.MapGroup($"/{Path}").WithTags(Tag);
        guide.MapGet("/", ListAsync)
            .WithName("listGuideArticles")
            .WithSummary("List guide articles in reading order")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        guide.MapEntry<GuideArticleEditing, GuideArticleContent, GuideArticleDetails>(
            Path, "GuideArticle", Slug, FindAsync, article => article.Version);
    }

    public static void MapGuideArticleWrites(this IEndpointRouteBuilder api) =>
        api.MapEntryWrites<GuideArticleContent, GuideArticleBody>(
            new(
                api.ServiceProvider.GetRequiredService<GuideArticleEditing>(), Path, Tag, "GuideArticle",
                async (context, slug) => await FindAsync(context, slug, evenArchived: true))
            {
                Slug = Slug,
                FieldOf = field => field == "heading" ? "title" : field,
                Creating = "Without a slug, one is made of the title. It comes last in the reading order.",
                Example =
                    """{ "title": "What is a service level?", "summary": "What is promised, and how it is measured.", "body": "A *service level* is a promise.", "note": "Asked for often" }""",
            });

    private static async Task<Ok<GuideList>> ListAsync(GuideReader guide, CancellationToken cancellation)
    {
        var all = await guide.ListAsync(cancellation);
        return TypedResults.Ok(new GuideList(all.Count, all));
    }

    private static Task<GuideArticleDetails?> FindAsync(HttpContext context, string slug, bool evenArchived) =>
        context.RequestServices.GetRequiredService<GuideReader>().FindAsync(slug, evenArchived, context.RequestAborted);
}
