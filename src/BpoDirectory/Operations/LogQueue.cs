using System.Collections.Concurrent;
using System.Threading.Channels;
using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;

namespace BpoDirectory.Operations;

/// <summary>
/// Takes log events from requests, which do not wait for them to be written, and writes what has gathered together, in the
/// order in which it came: a write for each line costs more than all else about it.
/// </summary>
internal sealed class LogQueue : ILogEventSink, IDisposable
{
    // When this many wait, requests wait rather than lines get lost.
    private const int MostWaiting = 5_000;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    private readonly ILogEventSink _places;
    private readonly Action _flush;
    private readonly Channel<LogEvent> _waiting =
        Channel.CreateBounded<LogEvent>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Task _writing;
    private readonly Lock _adding = new();
    private readonly ConcurrentBag<RequestLines> _unused = [];

    // The event that takes the next request's line: the last one that waits, if that is one of requests.
    private RequestLines? _open;

    /// <summary>Starts writing to <paramref name="places"/>; <paramref name="flush"/> is called when all that has gathered is written.</summary>
    public LogQueue(ILogEventSink places, Action flush)
    {
        (_places, _flush) = (places, flush);
        _writing = Task.Run(WriteAsync);
    }

    public void Emit(LogEvent logEvent)
    {
        while (!TryQueue(logEvent, null))
            if (!IsRoomAgain())
                return;
    }

    /// <summary>Takes the line of a request that ended now.</summary>
    public void Emit(string method, string path, int status, double milliseconds, string trace)
    {
        var at = DateTime.UtcNow;
        while (!TryAdd())
            if (!IsRoomAgain())
                return;

        bool TryAdd()
        {
            lock (_adding)
            {
                if (_open?.TryAdd(at, method, path, status, milliseconds, trace) == true)
                    return true;
                if (!_unused.TryTake(out var lines))
                    lines = new RequestLines();
                lines.TryAdd(at, method, path, status, milliseconds, trace);
                if (TryQueue(lines, lines))
                    return true;
                GiveBack(lines);
                return false;
            }
        }
    }

    /// <summary>Writes what still waits, and ends.</summary>
    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _writing.GetAwaiter().GetResult();
        (_places as IDisposable)?.Dispose();
    }

    private bool TryQueue(LogEvent logEvent, RequestLines? open)
    {
        lock (_adding)
        {
            if (!_waiting.Writer.TryWrite(logEvent))
                return false;
            _open = open;
            return true;
        }
    }

    private bool IsRoomAgain() => _waiting.Writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult();

    private async Task WriteAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            await Task.Delay(Gathering);
            Try(WriteGathered);
            Try(_flush);
        }
    }

    private void WriteGathered()
    {
        while (_waiting.Reader.TryRead(out var logEvent))
        {
            if (logEvent is not RequestLines lines)
            {
                _places.Emit(logEvent);
                continue;
            }
            Close(lines);
            _places.Emit(lines);
            GiveBack(lines);
        }
    }

    private void Close(RequestLines lines)
    {
        lock (_adding)
            if (_open == lines)
                _open = null;
    }

    private void GiveBack(RequestLines lines)
    {
        lines.Clear();
        _unused.Add(lines);
    }

    // A place that fails (a full disk) must not end all logging; there is no log to tell it to.
    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error)
        {
            SelfLog.WriteLine("A line of the log cannot be written: {0}", error);
        }
    }
}
