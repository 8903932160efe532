using System.Diagnostics;

namespace BpoDirectory.Operations;

/// <summary>
/// The identity by which a request is found again in the log: the caller's, when it sends one (W3C Trace Context), else a
/// new one. The framework makes it together with much that nobody listens to, also for answers that are only sent again.
/// </summary>
internal static class RequestTrace
{
    private const int HexDigits = 32;

    /// <summary>Gives the request its identity: 32 hexadecimal digits, from now on its <see cref="HttpContext.TraceIdentifier"/>.</summary>
    public static string Begin(HttpContext context)
    {
        var trace = Activity.Current?.TraceId ?? Caller(context)?.TraceId ?? ActivityTraceId.CreateRandom();
        return context.TraceIdentifier = trace.ToHexString();
    }

    /// <summary>Lets everything behind work under an activity with the request's identity, so that all it logs carries it.</summary>
    public static void UseRequestTrace(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            using var activity = Activity.Current is null ? Start(context) : null;
            await next(context);
        });

    private static Activity Start(HttpContext context)
    {
        var activity = new Activity("Request");
        if (Caller(context) is { } caller)
            activity.SetParentId(caller.TraceId, caller.SpanId, caller.TraceFlags);
        else if (context.TraceIdentifier.Length == HexDigits)
            activity.SetParentId(ActivityTraceId.CreateFromString(context.TraceIdentifier), default);
        return activity.Start();
    }

    private static ActivityContext? Caller(HttpContext context) =>
        context.Request.Headers.TraceParent is [{ } parent] && ActivityContext.TryParse(parent, null, out var caller) ? caller : null;
}
