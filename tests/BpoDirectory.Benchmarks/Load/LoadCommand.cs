using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Load;

/// <summary>The load generator: reads jobs from the standard input, one JSON line each, and answers each with a line.</summary>
internal static class LoadCommand
{
    public const string Name = "load";

    private static readonly Dictionary<string, byte[][]> Requests = [];
    private static readonly Dictionary<(string File, int Port), int> Next = [];

    public static async Task RunAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(await RunAsync(JsonSerializer.Deserialize<LoadJob>(line)!)));
    }

    private static async Task<LoadResult> RunAsync(LoadJob job)
    {
        if (!Requests.TryGetValue(job.File, out var requests))
            Requests[job.File] = requests = [.. File.ReadLines(job.File).Select(Request)];
        var round = new LoadRound(job, requests, Next.GetValueOrDefault((job.File, job.Port)));
        using var me = Process.GetCurrentProcess();
        var busy = me.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, job.Connections).Select(_ => round.AskAsync()));
        var elapsed = Stopwatch.GetElapsedTime(started);
        me.Refresh();
        Next[(job.File, job.Port)] = round.Next;
        return round.Result((me.TotalProcessorTime - busy) / elapsed);
    }

    private static byte[] Request(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n");
}

/// <summary>One job under way: its connections share a cursor over the requests.</summary>
internal sealed class LoadRound(LoadJob job, byte[][] requests, int next)
{
    private readonly long _end = Stopwatch.GetTimestamp() + (long)(job.Seconds * Stopwatch.Frequency);
    private readonly Lock _results = new();
    private readonly List<double> _milliseconds = [];
    private long _next = next;
    private long _inTime;
    private long _bodyBytes;
    private long _failures;
    private string? _firstFailure;

    /// <summary>The request that comes next after this job.</summary>
    public int Next => (int)(_next % requests.Length);

    /// <summary>Asks over one connection until the time is over.</summary>
    public async Task AskAsync()
    {
        using var connection = new LoadConnection(job.Port);
        while (Stopwatch.GetTimestamp() < _end)
        {
            var request = requests[(Interlocked.Increment(ref _next) - 1) % requests.Length];
            var started = Stopwatch.GetTimestamp();
            var answer = await AskAsync(connection, request);
            Count(request, answer, started, Stopwatch.GetTimestamp());
        }
    }

    public LoadResult Result(double busy)
    {
        _milliseconds.Sort();
        ReadOnlySpan<double> sorted = CollectionsMarshal.AsSpan(_milliseconds);
        return new LoadResult(
            _inTime, job.Seconds, Shown(sorted.Percentile(0.5)), Shown(sorted.Percentile(0.99)),
            _milliseconds.Count == 0 ? 0 : (double)_bodyBytes / _milliseconds.Count, busy, _failures, _firstFailure);
    }

    private static async ValueTask<LoadAnswer> AskAsync(LoadConnection connection, byte[] request)
    {
        try
        {
            return await connection.AskAsync(request);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            connection.Close();
            return default;
        }
    }

    private void Count(byte[] request, LoadAnswer answer, long started, long ended)
    {
        lock (_results)
        {
            if (answer is not { Status: 200, BodyBytes: > 0 })
            {
                _failures++;
                _firstFailure ??= $"{Encoding.ASCII.GetString(request).Split(' ')[1]}: status {answer.Status}, {answer.BodyBytes} bytes";
                return;
            }
            _bodyBytes += answer.BodyBytes;
            _milliseconds.Add((ended - started) * 1000.0 / Stopwatch.Frequency);
            // The last answers come when time is up: they count as waits, not as throughput.
            if (ended <= _end)
                _inTime++;
        }
    }

    // JSON has no NaN.
    private static double Shown(double value) => double.IsFinite(value) ? value : 0;
}
