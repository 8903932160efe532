using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using Serilog.Events;

namespace BpoDirectory.Operations;

/// <summary>
/// The line of one request, which writes itself: building and rendering the properties of an ordinary log event takes a
/// quarter of the time of sending a kept answer.
/// </summary>
internal readonly ref struct RequestLine(
    DateTimeOffset time, ReadOnlySpan<char> method, ReadOnlySpan<char> path, int status, double milliseconds, ReadOnlySpan<char> trace)
{
    /// <summary>The message of every line, in Serilog's form.</summary>
    public const string Template = "{Method} {Path} {Status} in {Elapsed} ms, trace {Trace}";

    private const string Category = "BpoDirectory.Operations.RequestLog";

    // What stands around the method and the path: fixed text, numbers, and a trace of 32 digits.
    private const int LongestEnd = 128;
    private const int LongestPart = 384;
    private const int EncodedAtOnce = 256;

    private readonly ReadOnlySpan<char> _method = method;
    private readonly ReadOnlySpan<char> _path = path;
    private readonly ReadOnlySpan<char> _trace = trace;

    // Two decimals; the shortest form of a rounded number takes half the time of a format with places.
    private readonly double _elapsed = Math.Round(milliseconds, 2);

    /// <summary>When the answer was finished.</summary>
    public DateTimeOffset Time => time;

    /// <summary>A failure of the program is an error, all else is information.</summary>
    public LogEventLevel Level => LevelOf(status);

    /// <summary>The level of the line of an answer with this status.</summary>
    public static LogEventLevel LevelOf(int status) => status < 500 ? LogEventLevel.Information : LogEventLevel.Error;

    /// <summary>Writes the message, without a line break.</summary>
    public void WriteMessage(TextWriter output)
    {
        output.Write(_method);
        output.Write(' ');
        output.Write(_path);
        Span<char> end = stackalloc char[LongestEnd];
        end.TryWrite(CultureInfo.InvariantCulture, $" {status} in {_elapsed} ms, trace {_trace}", out var length);
        output.Write(end[..length]);
    }

    /// <summary>Writes the whole event as a line of JSON, in the form of Serilog's own formatter.</summary>
    public void WriteJson(TextWriter output)
    {
        var level = Level == LogEventLevel.Error ? nameof(LogEventLevel.Error) : nameof(LogEventLevel.Information);
        Span<char> part = stackalloc char[LongestPart];
        part.TryWrite(
            CultureInfo.InvariantCulture,
            $"{{\"Timestamp\":\"{time:o}\",\"Level\":\"{level}\",\"MessageTemplate\":\"{Template}\",\"TraceId\":\"{_trace}\",\"Properties\":{{\"Method\":\"",
            out var length);
        output.Write(part[..length]);
        Encode(_method, output);
        output.Write("\",\"Path\":\"");
        Encode(_path, output);
        part.TryWrite(
            CultureInfo.InvariantCulture,
            $"\",\"Status\":{status},\"Elapsed\":{_elapsed},\"Trace\":\"{_trace}\",\"SourceContext\":\"{Category}\"}}}}",
            out length);
        output.WriteLine(part[..length]);
    }

    private static void Encode(ReadOnlySpan<char> text, TextWriter output)
    {
        Span<char> encoded = stackalloc char[EncodedAtOnce];
        OperationStatus status;
        do
        {
            status = JavaScriptEncoder.Default.Encode(text, encoded, out var read, out var written);
            output.Write(encoded[..written]);
            text = text[read..];
        }
        while (status == OperationStatus.DestinationTooSmall);
    }
}
