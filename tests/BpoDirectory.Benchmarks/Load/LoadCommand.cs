using System.Diagnostics;
using System.Text.Json;

namespace BpoDirectory.Benchmarks.Load;

/// <summary>The load generator: reads jobs from the standard input, one JSON line each, and answers each with a line.</summary>
internal static class LoadCommand
{
    public const string Name = "load";

    private static readonly Dictionary<string, LoadRequest[]> Requests = [];
    private static readonly Dictionary<(string File, int Port), int> Next = [];

    public static async Task RunAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(await RunAsync(JsonSerializer.Deserialize<LoadJob>(line)!)));
    }

    private static async Task<LoadResult> RunAsync(LoadJob job)
    {
        if (!Requests.TryGetValue(job.File, out var requests))
            Requests[job.File] = requests = [.. File.ReadLines(job.File).Select(path => new LoadRequest(path))];
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
}
