using System.Net;
using Microsoft.AspNetCore.SignalR;

namespace BpoDirectory.Operations.Security;

/// <summary>
/// Marks what programs ask for and pages do not. A page that gave its own name the address of this machine (DNS rebinding) looks to be of
/// this site: who asks from a page is heard only under a name that is known to be this machine's.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForProgramsAttribute : Attribute;

/// <summary>Keeps other sites from acting through the browser of a reader who has this one open.</summary>
public static class CrossSite
{
    /// <summary>Refuses whatever would change something, or open a socket, when another site's page asks for it.</summary>
    // Browsers tell who asks (https://www.w3.org/TR/fetch-metadata/); what is no browser tells nothing, and has no reader's cookies.
    public static void UseCrossSiteRefusal(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            if ((IsChange(context.Request.Method) || IsSocket(context))
                && (IsFromElsewhere(context.Request) || IsUnderAnotherName(context)))
            {
                IResult refusal = ErrorAnswers.IsForApi(context.Request.Path)
                    ? TypedResults.Problem(
                        "Another site's page asked for this. Ask from a program, not from a page.",
                        statusCode: StatusCodes.Status403Forbidden)
                    : TypedResults.Text(
                        "Another site asked for this. Open the page here and try again.", statusCode: StatusCodes.Status403Forbidden);
                await refusal.ExecuteAsync(context);
                return;
            }
            await next(context);
        });

    private static bool IsChange(string method) =>
        !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method));

    // Browsers let any site open a socket to any other, and send the cookies along.
    private static bool IsSocket(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null;

    private static bool IsUnderAnotherName(HttpContext context)
    {
        var (request, endpoint) = (context.Request, context.GetEndpoint());
        if (endpoint?.Metadata.GetMetadata<ForProgramsAttribute>() is null || request.Headers.Origin.Count == 0)
            return false;
        // The framework has refused all other names where some are configured.
        var hosts = context.RequestServices.GetRequiredService<IConfiguration>()["AllowedHosts"];
        return hosts is null or "" or "*"
            && !request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            && !(IPAddress.TryParse(request.Host.Host, out var address) && IPAddress.IsLoopback(address));
    }

    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site is not ("same-origin" or "none")
            : request.Headers.Origin.ToString() is { Length: > 0 } origin
              && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value
                  && uri.Scheme == request.Scheme);
}
