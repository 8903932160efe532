using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

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
        if (logEvent is RequestLine request)
            request.WriteMessage(output);
        else
            foreach (var token in logEvent.MessageTemplate.Tokens)
                Write(token, logEvent, output);
        output.WriteLine();
        if (logEvent.Exception is not null)
            output.WriteLine(logEvent.Exception);
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
