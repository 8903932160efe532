using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace BpoDirectory.Operations;

/// <summary>A log event as a line of JSON.</summary>
internal sealed class JsonLine : ITextFormatter
{
    private readonly JsonFormatter _any = new();

    public void Format(LogEvent logEvent, TextWriter output)
    {
        if (logEvent is RequestLine request)
            request.WriteJson(output);
        else
            _any.Format(logEvent, output);
    }
}
