using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Guide;

/// <summary>A guide article as lists show it.</summary>
public sealed record GuideItem(string Slug, string Title, string Summary);

/// <summary>A guide article with its neighbours in reading order.</summary>
public sealed record GuideArticleDetails(
    string Slug, string Title, string Summary, string Body, IReadOnlyList<SourceLink> Sources, GuideItem? Previous, GuideItem? Next,
    int Version, DateTime UpdatedAt);

/// <summary>Reads the guide.</summary>
public sealed class GuideReader(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>All articles in reading order.</summary>
    public async Task<IReadOnlyList<GuideItem>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.GuideArticles.OrderBy(a => a.Rank)
            .Select(a => new GuideItem(a.Slug, a.Title, a.Summary))
            .ToListAsync(cancellation);
    }

    /// <summary>One article by its slug, or null; one that readers no longer see where <paramref name="evenArchived"/>.</summary>
    public async Task<GuideArticleDetails?> FindAsync(string slug, bool evenArchived = false, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var article = await db.GuideArticles.IncludingArchived(evenArchived).AsNoTracking()
            .Include(a => a.Sources.OrderBy(s => s.Id))
            .SingleOrDefaultAsync(a => a.Slug == slug, cancellation);
        if (article is null)
            return null;

        var previous = db.GuideArticles.Where(a => a.Rank < article.Rank).OrderByDescending(a => a.Rank);
        var next = db.GuideArticles.Where(a => a.Rank > article.Rank).OrderBy(a => a.Rank);
        return new GuideArticleDetails(
            article.Slug,
            article.Title,
            article.Summary,
            article.Body,
            [.. article.Sources.Select(s => new SourceLink(s.Code, s.Slug, s.Title))],
            await previous.Select(a => new GuideItem(a.Slug, a.Title, a.Summary)).FirstOrDefaultAsync(cancellation),
            await next.Select(a => new GuideItem(a.Slug, a.Title, a.Summary)).FirstOrDefaultAsync(cancellation),
            article.Version,
            article.UpdatedAt);
    }
}
