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
    private const int MostWaiting = 50_000;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    private readonly ILogEventSink _places;
    private readonly Action _flush;
    private readonly Channel<LogEvent> _waiting =
        Channel.CreateBounded<LogEvent>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Task _writing;

    /// <summary>Starts writing to <paramref name="places"/>; <paramref name="flush"/> is called when all that has gathered is written.</summary>
    public LogQueue(ILogEventSink places, Action flush)
    {
        (_places, _flush) = (places, flush);
        _writing = Task.Run(WriteAsync);
    }

    public void Emit(LogEvent logEvent)
    {
        while (!_waiting.Writer.TryWrite(logEvent))
            if (!_waiting.Writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult())
                return;
    }

    /// <summary>Writes what still waits, and ends.</summary>
    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _writing.GetAwaiter().GetResult();
        (_places as IDisposable)?.Dispose();
    }

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
            _places.Emit(logEvent);
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
