using BpoDirectory.Accounts;
using BpoDirectory.Components.Shared;
using BpoDirectory.Data;
using BpoDirectory.Operations.Caching;
using BpoDirectory.Watching;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace BpoDirectory.Components.Reader.Watching;

/// <summary>What the buttons of pages send by which somebody signed in watches an entry, or ends it.</summary>
public static class WatchEndpoint
{
    /// <summary>The address that the buttons send to.</summary>
    public const string Address = "/account/watching/set";

    /// <summary>Maps it; it demands the token of a form of this site.</summary>
    public static void MapWatching(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, SetAsync).WithMetadata(new PersonalAttribute()).RequireAuthorization()
            .DisableAntiforgery().AddEndpointFilter(AccountEndpoints.DemandFormToken).ExcludeFromDescription();

    private static async Task<RedirectHttpResult> SetAsync(
        [FromForm] EntryType? type, [FromForm] string? slug, [FromForm] bool? on, [FromForm] string? returnUrl, HttpContext context, WatchList watches)
    {
        await watches.SetAsync(Actor.From(context.User), type, slug, on == true);
        return TypedResults.LocalRedirect(LocalAddress.OrHome(returnUrl, "/account/watching"));
    }
}
