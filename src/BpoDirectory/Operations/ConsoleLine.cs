using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace BpoDirectory.Operations;

/// <summary>A log event as a line for people: local time, level, message, and the exception below it; one of requests, as a line for each.</summary>
internal sealed class ConsoleLine : ITextFormatter
{
    // By level, from Verbose to Fatal.
    private static readonly string[] Levels = [" VRB ", " DBG ", " INF ", " WRN ", " ERR ", " FTL "];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        if (logEvent is RequestLines requests)
        {
            requests.ForEach(output, static (line, output) =>
            {
                WriteStart(line.Time, line.Level, output);
                line.WriteMessage(output);
                output.WriteLine();
            });
            return;
        }

        WriteStart(logEvent.Timestamp, logEvent.Level, output);
        foreach (var token in logEvent.MessageTemplate.Tokens)
            Write(token, logEvent, output);
        output.WriteLine();
        if (logEvent.Exception is not null)
            output.WriteLine(logEvent.Exception);
    }

    private static void WriteStart(DateTimeOffset at, LogEventLevel level, TextWriter output)
    {
        Span<char> time = stackalloc char[8];
        at.TryFormat(time, out _, "HH:mm:ss", CultureInfo.InvariantCulture);
        output.Write(time);
        output.Write(Levels[(int)level]);
    }

    // Texts stand in the line as they are; Serilog's own rendering would put quotes around each.
    private static void Write(MessageTemplateToken token, LogEvent logEvent, TextWriter output)
    {
        if (token is PropertyToken property && logEvent.Properties.TryGetValue(property.PropertyName, out var value) && value is ScalarValue { Value: string text })
            output.Write(text);
        else
            token.Render(logEvent.Properties, output, CultureInfo.InvariantCulture);
    }
}
