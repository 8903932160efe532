using System.Diagnostics;

namespace BpoDirectory.Operations;

/// <summary>Writes one line for each request. What was asked for stays private: the query is never written.</summary>
/// <param name="next">What makes the answers.</param>
/// <param name="log">Says which lines are wanted.</param>
/// <param name="queue">Where lines go: a request's line says by itself all that a logger would add to it.</param>
internal sealed class RequestLog(RequestDelegate next, Serilog.ILogger log, LogQueue queue)
{
    private readonly Serilog.ILogger _log = log.ForContext<RequestLog>();

    public Task InvokeAsync(HttpContext context)
    {
        var asked = new Asked(context.Request.Method, context.Request.Path, RequestTrace.Begin(context), Stopwatch.GetTimestamp());
        Task answer;
        try
        {
            answer = next(context);
        }
        catch (Exception)
        {
            Write(asked, StatusOfFailure(context));
            throw;
        }
        if (!answer.IsCompletedSuccessfully)
            return WaitAsync(answer, context, asked);
        Write(asked, context.Response.StatusCode);
        return Task.CompletedTask;
    }

    private async Task WaitAsync(Task answer, HttpContext context, Asked asked)
    {
        var completed = false;
        try
        {
            await answer;
            completed = true;
        }
        finally
        {
            Write(asked, completed ? context.Response.StatusCode : StatusOfFailure(context));
        }
    }

    private static int StatusOfFailure(HttpContext context) =>
        context.RequestAborted.IsCancellationRequested ? StatusCodes.Status499ClientClosedRequest : StatusCodes.Status500InternalServerError;

    private void Write(in Asked asked, int status)
    {
        if (_log.IsEnabled(RequestLine.LevelOf(status)))
            queue.Emit(
                asked.Method,
                // As in the address, still encoded: a line break in a path must not begin a line of the log.
                asked.Path.ToUriComponent(),
                status,
                Stopwatch.GetElapsedTime(asked.At).TotalMilliseconds,
                asked.Trace);
    }

    private readonly record struct Asked(string Method, PathString Path, string Trace, long At);
}
