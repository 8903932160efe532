using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;

namespace BpoDirectory.Operations;

/// <summary>The connections of editors' pages, which would otherwise hold the program when it is asked to end.</summary>
public static class LiveConnections
{
    /// <summary>Cuts open connections when the program stops, and answers 503 to those that try again; drafts are kept by then.</summary>
    public static void UseConnectionShutdown(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        app.Use(async (context, next) =>
        {
            if (!IsLive(context))
            {
                await next(context);
                return;
            }
            if (stopping.IsCancellationRequested)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
            await using var cut = stopping.Register(context.Abort);
            await next(context);
        });
    }

    /// <summary>Refuses the connections beyond the limits with 429, and says what to do.</summary>
    public static void UseConnectionLimits(this IApplicationBuilder app, PartitionedRateLimiter<HttpContext> limiter) =>
        app.Use(async (context, next) =>
        {
            if (!IsLive(context))
            {
                await next(context);
                return;
            }
            using var lease = limiter.AttemptAcquire(context);
            if (lease.IsAcquired)
                await next(context);
            else
                await TypedResults.Text(
                    "Too many editing pages are open. Close some, then load this one again.",
                    statusCode: StatusCodes.Status429TooManyRequests)
                    .ExecuteAsync(context);
        });

    private static bool IsLive(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null;
}
