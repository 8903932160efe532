namespace BpoDirectory.Operations;

/// <summary>Answers HEAD wherever GET is answered.</summary>
public static class HeadRequests
{
    /// <summary>Lets everything behind see a GET; the server itself knows better and sends no body.</summary>
    public static void UseHeadAsGet(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            if (HttpMethods.IsHead(context.Request.Method))
                context.Request.Method = HttpMethods.Get;
            return next(context);
        });
}
