using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace BpoDirectory.Operations;

/// <summary>A log event as a line for people: local time, level, message, and the exception below it.</summary>
internal sealed class ConsoleLine : ITextFormatter
{
    // By level, from Verbose to Fatal.
    private static readonly string[] Levels = [" VRB ", " DBG ", " INF ", " WRN ", " ERR ", " FTL "];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        Span<char> time = stackalloc char[8];
        logEvent.Timestamp.TryFormat(time, out _, "HH:mm:ss", CultureInfo.InvariantCulture);
        output.Write(time);
        output.Write(Levels[(int)logEvent.Level]);
        logEvent.RenderMessage(output, CultureInfo.InvariantCulture);
        output.WriteLine();
        if (logEvent.Exception is not null)
            output.WriteLine(logEvent.Exception);
    }
}
