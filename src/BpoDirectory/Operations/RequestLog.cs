using System.Diagnostics;
using Serilog.Events;
using Serilog.Parsing;

namespace BpoDirectory.Operations;

/// <summary>
/// Writes one line for each request. What was asked for stays private: the query is never written. The line is made here
/// rather than by the framework's logger, whose general way to it costs as much as sending a kept answer.
/// </summary>
public sealed class RequestLog(RequestDelegate next, Serilog.ILogger log)
{
    private static readonly MessageTemplate Line =
        new MessageTemplateParser().Parse("{Method} {Path} {Status} in {Elapsed} ms, trace {Trace}");

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
            Write(asked, FailedStatus(context));
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
            Write(asked, completed ? context.Response.StatusCode : FailedStatus(context));
        }
    }

    private static int FailedStatus(HttpContext context) =>
        context.RequestAborted.IsCancellationRequested ? StatusCodes.Status499ClientClosedRequest : StatusCodes.Status500InternalServerError;

    private void Write(in Asked asked, int status)
    {
        var level = status < 500 ? LogEventLevel.Information : LogEventLevel.Error;
        if (!_log.IsEnabled(level))
            return;
        var trace = ActivityTraceId.CreateFromString(asked.Trace);
        _log.Write(new LogEvent(
            DateTimeOffset.Now, level, null, Line,
            [
                new("Method", new ScalarValue(asked.Method)),
                // As in the address, still encoded: a line break in a path must not begin a line of the log.
                new("Path", new ScalarValue(asked.Path.ToUriComponent())),
                new("Status", new ScalarValue(status)),
                new("Elapsed", new ScalarValue(Math.Round(Stopwatch.GetElapsedTime(asked.At).TotalMilliseconds, 2))),
                new("Trace", new ScalarValue(asked.Trace)),
            ],
            trace, default));
    }

    private readonly record struct Asked(string Method, PathString Path, string Trace, long At);
}
