using Microsoft.AspNetCore.SignalR;

namespace BpoDirectory.Operations.Security;

/// <summary>Keeps other sites from acting through the browser of a reader who has this one open.</summary>
public static class CrossSite
{
    /// <summary>Refuses whatever would change something, or open a socket, when another site's page asks for it.</summary>
    // Browsers tell who asks (https://www.w3.org/TR/fetch-metadata/); what is no browser tells nothing, and has no reader's cookies.
    public static void UseCrossSiteRefusal(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            if ((IsChange(context.Request.Method) || IsSocket(context)) && IsFromElsewhere(context.Request))
            {
                IResult refusal = ErrorAnswers.IsForApi(context.Request.Path)
                    ? TypedResults.Problem("Another site's page asked for this. Ask from a program, not from a page.", statusCode: StatusCodes.Status403Forbidden)
                    : TypedResults.Text("Another site asked for this. Open the page here and try again.", statusCode: StatusCodes.Status403Forbidden);
                await refusal.ExecuteAsync(context);
                return;
            }
            await next(context);
        });

    private static bool IsChange(string method) =>
        !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method));

    // Browsers let any site open a socket to any other, and send the cookies along.
    private static bool IsSocket(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null;

    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site is not ("same-origin" or "none")
            : request.Headers.Origin.ToString() is { Length: > 0 } origin
              && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value && uri.Scheme == request.Scheme);
}
