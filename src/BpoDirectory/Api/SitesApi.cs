using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.Sites;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>All sites by name.</summary>
public sealed record SiteList(int Total, IReadOnlyList<SiteAnswer> Items);

/// <summary>A place where departments work.</summary>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Name">Its name.</param>
/// <param name="City">The city; null where it is not told.</param>
/// <param name="Country">The ISO 3166 code of the country; null where it is not told.</param>
/// <param name="TimeZone">The IANA name of its time zone; null where it is not told.</param>
/// <param name="DepartmentCount">How many departments work there; <c>/departments?site=</c> lists them.</param>
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
public sealed record SiteAnswer(
    string Slug, string Name, string? City, string? Country, string? TimeZone, int DepartmentCount, int Version, DateTime UpdatedAt)
{
    internal static SiteAnswer From(SiteDetails site) => new(
        site.Site.Slug, site.Site.Name, site.Site.City, site.Site.Country, site.TimeZone, site.DepartmentCount, site.Version,
        site.UpdatedAt);
}

/// <summary>What a program says about a site. What it leaves out stays as it is; an empty text clears.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its part of an address; the one it had keeps leading to it. Left out of a new site, it is made of the name.</param>
/// <param name="City">The city.</param>
/// <param name="Country">The ISO 3166 code of the country, such as PH.</param>
/// <param name="TimeZone">The IANA name of its time zone, such as Asia/Manila.</param>
/// <param name="Note">What changed and why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SiteBody(
    [property: MaxLength(Rules.NameLength)] string? Name, [property: MaxLength(Rules.SlugLength)] string? Slug,
    [property: MaxLength(Rules.NameLength)] string? City, [property: MaxLength(2)] string? Country,
    [property: MaxLength(Rules.NameLength)] string? TimeZone,
    [property: MaxLength(Rules.SentenceLength)] string? Note)
    : IEntryBody<SiteContent>
{
    /// <summary>As it was read; follows from the departments.</summary>
    public JsonElement? DepartmentCount { get; init; }

    /// <summary>As it was read; If-Match names the version that counts.</summary>
    public JsonElement? Version { get; init; }

    /// <summary>As it was read; the save sets it.</summary>
    public JsonElement? UpdatedAt { get; init; }

    string? IEntryBody<SiteContent>.Reason => Note;

    Task IEntryBody<SiteContent>.ApplyToAsync(DirectoryDbContext db, SiteContent content)
    {
        (content.Name, content.Slug) = (Name ?? content.Name, Slug ?? content.Slug);
        (content.City, content.Country, content.TimeZone) =
            (City ?? content.City, Country ?? content.Country, TimeZone ?? content.TimeZone);
        return Task.CompletedTask;
    }
}

/// <summary>Sites: where departments work.</summary>
internal static class SitesApi
{
    private const string Path = "sites";
    private const string Tag = "Sites";
    private const string Slug = "The site's slug, such as bay-tower.";

    public static void MapSites(this IEndpointRouteBuilder api)
    {
        var sites = api.MapGroup($"/{Path}").WithTags(Tag);
        sites.MapGet("/", ListAsync)
            .WithName("listSites")
            .WithSummary("List the sites where departments work")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        sites.MapEntry<SiteEditing, SiteContent, SiteAnswer>(Path, "Site", Slug, FindAsync, site => site.Version);
    }

    public static void MapSiteWrites(this IEndpointRouteBuilder api) =>
        api.MapEntryWrites<SiteContent, SiteBody>(
            new(api.ServiceProvider.GetRequiredService<SiteEditing>(), Path, Tag, "Site",
                async (context, slug) => await FindAsync(context, slug, evenArchived: true))
            {
                Slug = Slug,
                Example = """{ "name": "Bay Tower", "city": "Manila", "country": "PH", "timeZone": "Asia/Manila", "note": "Opened in May" }""",
            });

    private static async Task<Ok<SiteList>> ListAsync(SiteReader sites, CancellationToken cancellation)
    {
        var all = await sites.ListAsync(mostDepartments: 0, cancellation);
        return TypedResults.Ok(new SiteList(all.Count, [.. all.Select(SiteAnswer.From)]));
    }

    private static async Task<SiteAnswer?> FindAsync(HttpContext context, string slug, bool evenArchived) =>
        await context.RequestServices.GetRequiredService<SiteReader>().FindAsync(slug, 0, evenArchived, context.RequestAborted) is { } site
            ? SiteAnswer.From(site)
            : null;
}
