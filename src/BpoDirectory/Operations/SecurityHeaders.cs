using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Operations;

/// <summary>The headers that every answer carries: pages, files, API answers and errors alike.</summary>
public static class SecurityHeaders
{
    internal const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private const string AYear = "max-age=31536000";

    // Pages of somebody signed in are for nobody else, nor for later.
    private static readonly PathString[] Personal = ["/account", "/admin"];

    /// <summary>Sets the headers when an answer starts: the error handler clears those set before.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            if (Array.Exists(Personal, prefix => context.Request.Path.StartsWithSegments(prefix)))
                context.Response.OnStarting(KeepNothing, context.Response.Headers);
            context.Response.OnStarting(
                static state =>
                {
                    Set((HttpContext)state);
                    return Task.CompletedTask;
                },
                context);
            return next(context);
        });

    /// <summary>Sets the headers now: for answers that are sent again as they are.</summary>
    internal static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = AYear;
        // Kept by browsers, but asked for again each time: a change is seen at once.
        if (!headers.ContainsKey(HeaderNames.CacheControl))
            headers.CacheControl = "no-cache";
    }

    private static Task KeepNothing(object headers)
    {
        ((IHeaderDictionary)headers).CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
