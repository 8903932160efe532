using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BpoDirectory.Operations.Security;

/// <summary>The headers that every answer carries: pages, files, API answers and errors alike.</summary>
public static class SecurityHeaders
{
    internal const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + OwnForms + "; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>The policy of the program's own files, which are parts of pages and never documents.</summary>
    internal const string FilePolicy = "default-src 'none'; frame-ancestors 'none'";

    private const string OwnForms = "form-action 'self'";

    private const string Interactive = "; style-src-attr 'unsafe-inline'";

    private const string EnhancedNavigation = "blazor-enhanced-nav";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private const string AYear = "max-age=31536000";

    /// <summary>Registers where forms may lead to; what leads elsewhere says so with its own <see cref="FormTargets"/>.</summary>
    public static void AddSecurityHeaders(this IServiceCollection services) => services.TryAddSingleton(_ => new FormTargets());

    /// <summary>Sets the headers when an answer starts: the error handler clears those set before.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            context.Response.OnStarting(Set, context);
            return next(context);
        });

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = AYear;
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            headers.ContentSecurityPolicy = FilePolicy;
        else
            SetForDocument(context, headers);
        return Task.CompletedTask;
    }

    private static void SetForDocument(HttpContext context, IHeaderDictionary headers)
    {
        var targets = context.RequestServices.GetRequiredService<FormTargets>().Origins;
        var policy = targets.Length == 0
            ? ContentSecurityPolicy
            : ContentSecurityPolicy.Replace(OwnForms, OwnForms + targets, StringComparison.Ordinal);
        headers.ContentSecurityPolicy = InertAttribute.IsOn(context) ? InertAttribute.Policy : policy;
        if (InteractivePageAttribute.IsOn(context))
        {
            headers.ContentSecurityPolicy = policy + Interactive;
            // Without it the browser loads the page whole, instead of showing it under the policy of the page before.
            headers.Remove(EnhancedNavigation);
        }
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
