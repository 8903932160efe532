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
            if (context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is null)
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
}
