using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Operations;
using BpoDirectory.Operations.Caching;
using BpoDirectory.Operations.Security;
using BpoDirectory.Search;
using BpoDirectory.Settings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Api.Feeds;

/// <summary>Atom feeds (RFC 4287) of what changed: of everything, of one department, and of the departments that a filter leaves.</summary>
public static class ChangeFeeds
{
    /// <summary>Where the feed of everything is.</summary>
    public const string Everything = "/feed.atom";

    private const string Filtered = "/departments/feed.atom";

    // So many are looked through for those that somebody may know of.
    private const int MostRead = 20 * AtomFeed.Most;

    /// <summary>Maps the feeds, for whoever may read. The departments of a filter are those of the list with the same parameters.</summary>
    public static void MapChangeFeeds(this IEndpointRouteBuilder endpoints)
    {
        var feeds = endpoints.MapGroup("").CacheOutput(CatalogCachePolicy.Name).RequireAuthorization(Policies.ReadByProgram)
            .ExcludeFromDescription();
        feeds.MapGet(Everything, AllAsync);
        feeds.MapGet("/departments/{slug}" + Everything, OfDepartmentAsync);
        feeds.MapGet(Filtered, OfFilterAsync).RequireRateLimiting(RateLimits.Search);
    }

    private static async Task<IResult> AllAsync(
        HttpContext context, IDbContextFactory<DirectoryDbContext> contexts, VisibleChanges changes, CurrentSettings settings,
        Audience audience)
    {
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        var feed = new AtomFeed($"Changes of {settings.Content.Name}", "/", await LatestAsync(db));
        var revisions = VisibleChanges.Among(db.Revisions, audience);
        return Answer(context, feed, await ListAsync(db, revisions, changes, audience));
    }

    private static async Task<IResult> OfDepartmentAsync(
        string slug, HttpContext context, IDbContextFactory<DirectoryDbContext> contexts, DepartmentEditing departments,
        VisibleChanges changes, Audience audience)
    {
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        if (await departments.FindAsync(db, slug) is not { } id
            || await db.Departments.FirstOrDefaultAsync(d => d.Id == id) is not { } department)
            return TypedResults.NotFound();
        if (department.Slug != slug)
            return TypedResults.LocalRedirect($"/departments/{department.Slug}{Everything}", permanent: true);
        var feed = new AtomFeed($"Changes of {department.Name}", $"/departments/{slug}", department.UpdatedAt);
        var revisions = VisibleChanges.Among(db.Revisions, audience).Where(r => r.EntryType == EntryType.Department && r.EntryId == id);
        return Answer(context, feed, await ListAsync(db, revisions, changes, audience));
    }

    private static async Task<IResult> OfFilterAsync(
        [AsParameters] TextQuery question, [AsParameters] DepartmentQuery filter, HttpContext context,
        IDbContextFactory<DirectoryDbContext> contexts, DepartmentSearch search, VisibleChanges changes, Audience audience)
    {
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        // The latest changes of some departments are among those of the departments that were changed last.
        var found = search.Search(filter.ToSearchRequest(question, new PageQuery(), audience) with
        {
            Sort = DepartmentSort.Updated, PageSize = SearchRequest.LargestPage,
        });
        var slugs = found.Items.Select(item => item.Slug).ToList();
        var ids = await db.Departments.Where(d => slugs.Contains(d.Slug)).Select(d => d.Id).ToListAsync(context.RequestAborted);
        var list = "/departments" + context.Request.QueryString;
        var updatedAt = found.Items.Select(item => (DateTime?)item.UpdatedAt).Max() ?? await LatestAsync(db);
        var feed = new AtomFeed("Changes of departments", list, updatedAt);
        var revisions = VisibleChanges.Among(db.Revisions, audience)
            .Where(r => r.EntryType == EntryType.Department && ids.Contains(r.EntryId));
        return Answer(context, feed, await ListAsync(db, revisions, changes, audience));
    }

    private static async Task<IReadOnlyList<VisibleChange>> ListAsync(
        DirectoryDbContext db, IQueryable<Revision> revisions, VisibleChanges changes, Audience audience)
    {
        var told = new List<VisibleChange>();
        var ids = await revisions.OrderByDescending(r => r.Id).Select(r => r.Id).Take(MostRead).ToListAsync();
        foreach (var page in ids.Chunk(AtomFeed.Most).TakeWhile(_ => told.Count < AtomFeed.Most))
        {
            var (latest, earliest) = (page[0], page[^1]);
            var some = revisions.Where(r => r.Id >= earliest && r.Id <= latest).OrderByDescending(r => r.Id);
            told.AddRange(await changes.ListAsync(db, some, audience));
        }
        return [.. told.Take(AtomFeed.Most)];
    }

    private static FileContentHttpResult Answer(HttpContext context, AtomFeed feed, IReadOnlyList<VisibleChange> told)
    {
        context.Response.Headers.Append(HeaderNames.Vary, $"{HeaderNames.Cookie}, {HeaderNames.Authorization}");
        var request = context.Request;
        var configured = Serving.ConfiguredAddressOf(context.RequestServices.GetRequiredService<IConfiguration>());
        var site = (configured?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}") + request.PathBase;
        var updated = told.Count > 0 ? told[0].SavedAt : feed.UpdatedAt;
        return TypedResults.Bytes(
            feed.Write(site, request.Path + request.QueryString, told), AtomFeed.ContentType, lastModified: Seconds(updated));
    }

    private static async Task<DateTime> LatestAsync(DirectoryDbContext db) =>
        await db.Departments.MaxAsync(d => (DateTime?)d.UpdatedAt) ?? DateTime.UnixEpoch;

    // As much as the header says.
    private static DateTimeOffset Seconds(DateTime time) => new(time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond)), TimeSpan.Zero);
}
