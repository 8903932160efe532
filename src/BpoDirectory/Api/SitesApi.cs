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
public sealed record SiteAnswer(string Slug, string Name, string? City, string? Country, string? TimeZone, int DepartmentCount);

/// <summary>Sites: where departments work.</summary>
internal static class SitesApi
{
    public static void MapSites(this IEndpointRouteBuilder api) =>
        api.MapGet("/sites", ListAsync)
            .WithName("listSites")
            .WithTags("Sites")
            .WithSummary("List the sites where departments work")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Ok<SiteList>> ListAsync(SiteReader sites, CancellationToken cancellation)
    {
        var all = await sites.ListAsync(mostDepartments: 0, cancellation);
        return TypedResults.Ok(new SiteList(all.Count, [.. all.Select(one => new SiteAnswer(
            one.Site.Slug, one.Site.Name, one.Site.City, one.Site.Country, one.TimeZone, one.DepartmentCount))]));
    }
}
