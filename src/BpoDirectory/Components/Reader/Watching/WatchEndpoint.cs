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

    /// <summary>Maps it; it demands the token of a form of this site. Mails are ended by what came with one, and nothing else.</summary>
    public static void MapWatching(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Address, SetAsync).WithMetadata(new PersonalAttribute()).RequireAuthorization()
            .DisableAntiforgery().AddEndpointFilter(AccountEndpoints.DemandFormToken).ExcludeFromDescription();
        // Before the page at the same address, which would take a form of its own only.
        endpoints.MapPost(MailLinks.UnsubscribePath, UnsubscribeAsync).WithMetadata(new PersonalAttribute()).AllowAnonymous()
            .DisableAntiforgery().WithOrder(-1).ExcludeFromDescription();
    }

    // A mail program wants no redirection (RFC 8058, 3.1); people want a page.
    private static async Task<Results<ContentHttpResult, RedirectHttpResult>> UnsubscribeAsync(
        [FromQuery] string? code, [FromForm(Name = "List-Unsubscribe")] string? oneClick, MailSubscriptions subscriptions)
    {
        if (!await subscriptions.UnsubscribeAsync(code))
            return TypedResults.Text(
                "This link is not complete. Open it again from the mail.", statusCode: StatusCodes.Status400BadRequest);
        return oneClick is not null
            ? TypedResults.Text("No more mails are sent.")
            : TypedResults.LocalRedirect($"{MailLinks.UnsubscribePath}?code={Uri.EscapeDataString(code!)}&done=true");
    }

    private static async Task<RedirectHttpResult> SetAsync(
        [FromForm] EntryType? type, [FromForm] string? slug, [FromForm] bool? on, [FromForm] string? returnUrl, HttpContext context,
        WatchList watches)
    {
        await watches.SetAsync(Actor.From(context.User), type, slug, on == true);
        return TypedResults.LocalRedirect(LocalAddress.OrHome(returnUrl, "/account/watching"));
    }
}
