using Microsoft.AspNetCore.Authentication.Cookies;

namespace BpoDirectory.Accounts;

/// <summary>
/// Cookies that over HTTPS carry the prefix <c>__Host-</c>, with which browsers hold them to this host and to HTTPS. Plain
/// HTTP, as on one's own machine, allows no such cookies: there they go without.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public static string NameOf(string key, HttpRequest request) => request.IsHttps ? "__Host-" + key : key;

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, NameOf(key, context.Request));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameOf(key, context.Request), value, Bound(options, context.Request));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, NameOf(key, context.Request), Bound(options, context.Request));

    private static CookieOptions Bound(CookieOptions options, HttpRequest request)
    {
        (options.Path, options.Domain, options.Secure) = ("/", null, request.IsHttps);
        return options;
    }
}
