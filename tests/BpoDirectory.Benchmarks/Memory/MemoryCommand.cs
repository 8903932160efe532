using System.Globalization;
using BpoDirectory.Benchmarks.Ceiling;
using BpoDirectory.Benchmarks.Generation;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Http;
using BpoDirectory.Benchmarks.Load;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Memory;

/// <summary>Measures how much memory the published program holds: before, under and after load of every kind.</summary>
internal static class MemoryCommand
{
    private const int Connections = 16;
    private const int RequestsOfEachKind = 2_000;
    private const int Large = 100_000;
    private const double Most = 600;
    private const string Resident = "VmRSS";

    private static readonly int[] UsualSizes = [21, 10_000, 100_000];
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(CommandLine line, Report report)
    {
        var (seed, seconds) = (line.Number("seed", GeneratedDatabase.UsualSeed), line.Decimal("seconds", 20));
        Cores.Require();
        using var folder = new TemporaryFolder();
        var program = await PublishedProgram.GetAsync(line, folder.Path);
        using var load = new LoadProcess(Cores.Load);

        var measured = new List<(int Size, int? Core, Held Held)>();
        foreach (var size in line.Numbers("sizes", UsualSizes))
        {
            var database = await GeneratedDatabase.GetAsync(size, seed);
            var cases = HttpCases.Make(database, PlainIndex.Ensure(database), seed);
            // The runtime keeps more memory in reserve for each core that it may use.
            foreach (var core in new int?[] { Cores.Server, null })
                measured.Add((size, core, await MeasureAsync(program, load, database, cases, core, seconds)));
        }

        report.Add(Figures(measured));
        foreach (var (size, core, held) in measured.Where(m => m.Size >= Large))
            report.Below(string.Create(CultureInfo.InvariantCulture, $"MB under load at {size:N0}, {Named(core)}"), held.UnderLoad, Most);
    }

    private static async Task<Held> MeasureAsync(
        PublishedProgram program, LoadProcess load, string database, IReadOnlyList<HttpCase> cases, int? core, double seconds)
    {
        Console.Error.WriteLine($"# memory of {Path.GetFileName(Path.GetDirectoryName(database))}, {Named(core)}");
        using var data = TemporaryFolder.With(database);
        using var server = program.Start(data, core);
        await server.AnswersAsync("/health/ready");
        await server.AnswersAsync("/api/v1/departments?q=payroll");
        await Task.Delay(Rest);
        var idle = server.Megabytes(Resident);

        var requests = data.File("requests.txt");
        await File.WriteAllLinesAsync(requests, await MixedAsync(server.Port, cases));
        var running = load.RunAsync(new LoadJob(server.Port, requests, Connections, seconds));
        var most = idle;
        while (!running.IsCompleted)
        {
            most = Math.Max(most, server.Megabytes(Resident));
            await Task.Delay(BetweenLooks);
        }
        var result = await running;
        await Task.Delay(Rest);
        return new Held(idle, most, server.Megabytes(Resident), result.Answers, result.Failures);
    }

    // Requests of every kind that this program answers, in turns.
    private static async Task<List<string>> MixedAsync(int port, IReadOnlyList<HttpCase> cases)
    {
        using var client = new HttpClient();
        var mixed = new List<string>();
        foreach (var kind in cases.Where(kind => kind.Product.Count > 0))
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}{kind.Product[0]}"));
            if (answer.IsSuccessStatusCode)
                mixed.AddRange(kind.Product.Take(RequestsOfEachKind));
        }
        new Dice(mixed.Count).Shuffle(mixed);
        return mixed;
    }

    private static Table Figures(List<(int Size, int? Core, Held Held)> measured)
    {
        var table = new Table(
            "Resident memory in MB",
            new("departments", "departments"), new("cores", "cores"), new("idle", "idle", "N0"), new("underLoad", "under load", "N0"),
            new("after", "after", "N0"), new("perThousand", "per 1,000 more", "N2"), new("answers", "answers"), new("failed", "failed"));
        foreach (var (size, core, held) in measured)
        {
            var smallest = measured.Where(m => m.Core == core).MinBy(m => m.Size);
            table.Add(
                size, Named(core), held.Idle, held.UnderLoad, held.After,
                size == smallest.Size ? null : (held.UnderLoad - smallest.Held.UnderLoad) / ((size - smallest.Size) / 1000.0), held.Answers,
                held.Failures);
        }
        return table;
    }

    private static string Named(int? core) => core is null ? "all cores" : "one core";

    private sealed record Held(double Idle, double UnderLoad, double After, long Answers, long Failures);
}
