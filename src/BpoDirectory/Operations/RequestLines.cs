using Serilog.Events;
using Serilog.Parsing;

namespace BpoDirectory.Operations;

/// <summary>
/// Lines of requests that ended one after the other, in one log event. They are kept as numbers and characters in memory
/// that is used again: objects that wait for their turn in a log are what a collector of garbage has most work with.
/// </summary>
internal sealed class RequestLines() : LogEvent(default, LogEventLevel.Information, null, Message, [])
{
    /// <summary>How many lines go into one event, so that a log file ends near the size that it is to have.</summary>
    public const int Most = 1000;

    private const int MostCharacters = 128 * 1024;

    private static readonly MessageTemplate Message = new MessageTemplateParser().Parse(RequestLine.Template);

    private Ended[] _ended = new Ended[8];
    private char[] _text = new char[8 * 100];
    private int _count;
    private int _length;

    /// <summary>Adds a line while there is room; the first one always has room.</summary>
    /// <param name="at">When the answer was finished, in UTC.</param>
    /// <param name="method">The method of the request.</param>
    /// <param name="path">Its path, still encoded.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="milliseconds">How long it took.</param>
    /// <param name="trace">The identity of the request.</param>
    public bool TryAdd(DateTime at, string method, string path, int status, double milliseconds, string trace)
    {
        if (_count == Most || _length > MostCharacters)
            return false;
        if (_count == _ended.Length)
            Array.Resize(ref _ended, 2 * _count);
        _ended[_count++] = new Ended(at, Append(method), Append(path), status, milliseconds, Append(trace));
        return true;
    }

    /// <summary>Shows each line, in the order in which they were added.</summary>
    public void ForEach(TextWriter output, Action<RequestLine, TextWriter> show)
    {
        ReadOnlySpan<char> rest = _text;
        foreach (ref readonly var line in _ended.AsSpan(0, _count))
        {
            var method = Take(ref rest, line.Method);
            var path = Take(ref rest, line.Path);
            show(new RequestLine(new DateTimeOffset(line.At).ToLocalTime(), method, path, line.Status, line.Milliseconds, Take(ref rest, line.Trace)), output);
        }
    }

    /// <summary>Forgets all lines.</summary>
    public void Clear() => (_count, _length) = (0, 0);

    private int Append(string text)
    {
        var end = _length + text.Length;
        if (end > _text.Length)
            Array.Resize(ref _text, Math.Max(2 * _text.Length, end));
        text.CopyTo(_text.AsSpan(_length));
        _length = end;
        return text.Length;
    }

    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> text, int length)
    {
        var taken = text[..length];
        text = text[length..];
        return taken;
    }

    // The texts stand one after the other, and only their lengths here.
    private readonly record struct Ended(DateTime At, int Method, int Path, int Status, double Milliseconds, int Trace);
}
