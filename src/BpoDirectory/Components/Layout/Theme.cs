using BpoDirectory.Components.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace BpoDirectory.Components.Layout;

/// <summary>The reader's choice of colours: remembered in a cookie, read while the page is rendered, so nothing flashes.</summary>
public static class Theme
{
    /// <summary>The cookie's name; <c>site.js</c> writes the same one.</summary>
    public const string Cookie = "theme";

    /// <summary>Follow the reader's system.</summary>
    public const string Automatic = "auto";

    /// <summary>The theme a reader has chosen: <c>light</c>, <c>dark</c> or <c>auto</c>.</summary>
    public static string Chosen(HttpContext? context) => Forced(context) ?? Automatic;

    /// <summary>The theme that overrides the reader's system, or null.</summary>
    public static string? Forced(HttpContext? context) =>
        context?.Request.Cookies[Cookie] is "light" or "dark" ? context.Request.Cookies[Cookie] : null;

    /// <summary>Maps <c>POST /theme</c>, which works without script: it sets the cookie and leads back.</summary>
    // No antiforgery token: a cached page serves every reader, and all that is at stake is a colour.
    public static void MapTheme(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/theme", Choose).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static Results<RedirectHttpResult, ContentHttpResult> Choose(
        [FromForm] string? theme, [FromForm] string? returnUrl, HttpContext context)
    {
        if (theme is not ("light" or "dark" or Automatic))
            return TypedResults.Text(
                "There is no such theme. Known are light, dark and auto.", statusCode: StatusCodes.Status400BadRequest);

        context.Response.Cookies.Append(Cookie, theme, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
        return TypedResults.LocalRedirect(LocalAddress.OrHome(returnUrl));
    }
}
