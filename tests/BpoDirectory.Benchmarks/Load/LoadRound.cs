using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Load;

/// <summary>One job under way: its connections share a cursor over the requests.</summary>
internal sealed class LoadRound(LoadJob job, LoadRequest[] requests, int next)
{
    private readonly long _begin = Stopwatch.GetTimestamp() + (long)(job.LeadIn * Stopwatch.Frequency);
    private readonly long _end = Stopwatch.GetTimestamp() + (long)((job.LeadIn + job.Seconds) * Stopwatch.Frequency);
    private readonly Lock _results = new();
    private readonly List<double> _milliseconds = [];
    private long _next = next;
    private long _all;
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
            (double)_bodyBytes / Math.Max(1, _all), busy, _all, _failures, _firstFailure);
    }

    private static async ValueTask<LoadAnswer> AskAsync(LoadConnection connection, LoadRequest request)
    {
        try
        {
            return await connection.AskAsync(request.Bytes());
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            connection.Close();
            return default;
        }
    }

    private void Count(LoadRequest request, LoadAnswer answer, long started, long ended)
    {
        lock (_results)
        {
            if (answer is not { Status: 200, BodyBytes: > 0 })
            {
                _failures++;
                _firstFailure ??= $"{request.Path}: status {answer.Status}, {answer.BodyBytes} bytes";
                return;
            }
            _all++;
            _bodyBytes += answer.BodyBytes;
            if (started >= _begin)
                _milliseconds.Add((ended - started) * 1000.0 / Stopwatch.Frequency);
            // The last answers come when time is up: they count as waits, not as throughput.
            if (ended >= _begin && ended <= _end)
                _inTime++;
        }
    }

    // JSON has no NaN.
    private static double Shown(double value) => double.IsFinite(value) ? value : 0;
}
