using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace BpoDirectory.Operations;

/// <summary>A log event as a line of JSON; one of requests, as a line for each.</summary>
internal sealed class JsonLine : ITextFormatter
{
    private readonly JsonFormatter _any = new();

    public void Format(LogEvent logEvent, TextWriter output)
    {
        if (logEvent is RequestLines requests)
            requests.ForEach(output, static (line, output) => line.WriteJson(output));
        else
            _any.Format(logEvent, output);
    }
}
