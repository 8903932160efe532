using System.Diagnostics;

namespace BpoDirectory.Operations;

/// <summary>Writes one line for each request. What was asked for stays private: the query is never written.</summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        // As in the address, still encoded: a line break in a path must not begin a line of the log.
        var (method, path) = (context.Request.Method, context.Request.Path.ToUriComponent());
        var completed = false;
        try
        {
            await next(context);
            completed = true;
        }
        finally
        {
            var status = completed ? context.Response.StatusCode
                : context.RequestAborted.IsCancellationRequested ? StatusCodes.Status499ClientClosedRequest
                : StatusCodes.Status500InternalServerError;
            log.Log(
                status < 500 ? LogLevel.Information : LogLevel.Error,
                "{Method} {Path} {Status} in {Elapsed:0.0} ms, trace {Trace}",
                method, path, status, Stopwatch.GetElapsedTime(started).TotalMilliseconds, Activity.Current?.TraceId.ToString());
        }
    }
}
