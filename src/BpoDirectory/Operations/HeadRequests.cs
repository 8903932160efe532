using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Operations;

/// <summary>Answers HEAD wherever GET is answered.</summary>
public static class HeadRequests
{
    private static readonly object Key = new();

    /// <summary>Whether only the headers are asked for, so that a long answer need not be made.</summary>
    public static bool IsHead(this HttpContext context) => context.Items.ContainsKey(Key);

    /// <summary>Lets everything behind see a GET; the server itself knows better and sends no body.</summary>
    public static void UseHeadAsGet(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                if (!HttpMethods.IsGet(context.Request.Method))
                    context.Response.OnStarting(AllowHead, context.Response);
                await next(context);
                return;
            }
            context.Request.Method = HttpMethods.Get;
            context.Items[Key] = true;
            try
            {
                await next(context);
            }
            finally
            {
                context.Request.Method = HttpMethods.Head;
            }
        });

    // Endpoints know only of GET.
    private static Task AllowHead(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        var allowed = headers.GetCommaSeparatedValues(HeaderNames.Allow);
        if (allowed.Contains(HttpMethods.Get) && !allowed.Contains(HttpMethods.Head))
            headers.Allow = string.Join(", ", allowed.Append(HttpMethods.Head));
        return Task.CompletedTask;
    }
}
