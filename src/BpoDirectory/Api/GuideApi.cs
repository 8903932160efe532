using System.ComponentModel;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Guide;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>All guide articles in reading order.</summary>
public sealed record GuideList(int Total, IReadOnlyList<GuideItem> Items);

/// <summary>The guide: what the words of the trade mean.</summary>
internal static class GuideApi
{
    public static void MapGuide(this IEndpointRouteBuilder api)
    {
        var guide = api.MapGroup("/guide").WithTags("Guide");
        guide.MapGet("/", ListAsync)
            .WithName("listGuideArticles")
            .WithSummary("List guide articles in reading order")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        guide.MapGet("/{slug}", FindAsync)
            .WithName("getGuideArticle")
            .WithSummary("Read a guide article, its body in Markdown")
            .WithDescription("A slug the article had before redirects to its present one.")
            .Produces(StatusCodes.Status301MovedPermanently)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<GuideList>> ListAsync(GuideReader guide, CancellationToken cancellation)
    {
        var all = await guide.ListAsync(cancellation);
        return TypedResults.Ok(new GuideList(all.Count, all));
    }

    private static async Task<Results<Ok<GuideArticleDetails>, RedirectHttpResult, ProblemHttpResult>> FindAsync(
        [Description("The article's slug, such as what-is-bpo.")] string slug,
        GuideReader guide, SlugRedirects former, CancellationToken cancellation)
    {
        if (await guide.FindAsync(slug, cancellation) is { } article)
            return TypedResults.Ok(article);
        return former.FindPresentSlug(EntryType.GuideArticle, slug) is { } present
            ? ReadApi.MovedTo("guide", present)
            : ReadApi.NotFound("guide article", slug);
    }
}
