using System.Globalization;
using BpoDirectory.Benchmarks.Ceiling;
using BpoDirectory.Benchmarks.Generation;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Http;

/// <summary>Measures the published program over HTTP on one core, with the load on another, against bare ceilings.</summary>
internal static class HttpCommand
{
    private static readonly int[] UsualSizes = [21, 10_000, 100_000];

    public static async Task RunAsync(CommandLine line, Report report)
    {
        var (seed, rounds) = (line.Number("seed", GeneratedDatabase.UsualSeed), line.Number("rounds", 3));
        var (seconds, warmUp) = (line.Decimal("seconds", 3), line.Decimal("warmup", 3));
        var only = line.Words("cases");
        Cores.Require();
        using var folder = new TemporaryFolder();
        var program = await PublishedProgram.GetAsync(line, folder.Path);
        using var load = new LoadProcess(Cores.Load);

        var measured = new List<HttpSamples>();
        foreach (var size in line.Numbers("sizes", UsualSizes))
        {
            var database = await GeneratedDatabase.GetAsync(size, seed);
            var index = PlainIndex.Ensure(database);
            var cases = HttpCases.Make(database, index, seed);
            if (line.Has("fresh"))
                cases = [.. cases.Select(asked => asked with { IsFresh = !asked.IsRepeat })];
            using var session = await HttpSession.StartAsync(program, load, database, index, cases);
            var prepared = new List<HttpCase>();
            foreach (var asked in cases.Where(c => only is null || only.Contains(c.Key)))
                if (await session.PrepareAsync(asked, report))
                    prepared.Add(asked);
            var samples = new HttpSamples(size);
            await WarmUpAsync(session, prepared, warmUp);
            for (var round = 0; round < rounds; round++)
                await MeasureAsync(session, prepared, round, seconds, samples);
            report.Add(Figures(samples, prepared));
            foreach (var failure in prepared.SelectMany(asked => samples.Of(asked.Key)).Select(sample => sample.Load.FirstFailure)
                .OfType<string>())
                report.Note($"failed: {failure}");
            measured.Add(samples);
        }
        HttpBounds.Check(measured, report);
    }

    // The runtime compiles what is called often again, better: only then does a measurement mean something.
    private static async Task WarmUpAsync(HttpSession session, List<HttpCase> cases, double seconds)
    {
        foreach (var asked in cases)
        {
            Console.Error.WriteLine($"# warming up: {asked.Name}");
            foreach (var target in session.Targets(asked))
                await session.MeasureAsync(asked, target, seconds);
        }
    }

    private static async Task MeasureAsync(HttpSession session, List<HttpCase> cases, int round, double seconds, HttpSamples samples)
    {
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"# measuring {samples.Size:N0} departments, round {round + 1}"));
        foreach (var asked in cases)
        {
            // Whoever goes first in one round goes last in the next.
            var targets = session.Targets(asked);
            foreach (var target in round % 2 == 0 ? targets : targets.Reverse())
                samples.Add(asked.Key, target, await session.MeasureAsync(asked, target, seconds));
        }
    }

    private static Table Figures(HttpSamples samples, List<HttpCase> cases)
    {
        var table = new Table(
            string.Create(CultureInfo.InvariantCulture, $"HTTP, {samples.Size:N0} departments, one core, 16 connections"),
            new("case", "case"), new("perSecond", "req/s"), new("p50", "p50 ms", "N1"), new("p99", "p99 ms", "N1"), new("cpu", "cpu µs"),
            new("bytes", "bytes"), new("ceilingPerSecond", "ceiling/s"), new("ceilingBytes", "bytes"), new("ratio", "ratio", "0.00"),
            new("ratioByCpu", "by cpu", "0.00"),
            new("fixedPerSecond", "fixed/s"), new("ratioToFixed", "ratio", "0.00"), new("shortPerSecond", "short/s"),
            new("ratioToShort", "ratio", "0.00"), new("loadBusy", "load %", "N0"), new("failed", "failed"));
        foreach (var asked in cases)
        {
            var (key, compared) = (asked.Key, asked.IsRepeat ? Target.Fixed : Target.Ceiling);
            table.Add(
                asked.Name, samples.PerSecond(key), samples.Median(key, Target.Product, s => s.Load.P50),
                samples.Median(key, Target.Product, s => s.Load.P99), samples.Median(key, Target.Product, s => s.MicrosecondsPerAnswer),
                samples.Median(key, Target.Product, s => s.Load.BodyBytes),
                samples.PerSecond(key, Target.Ceiling), samples.Median(key, Target.Ceiling, s => s.Load.BodyBytes),
                samples.Ratio(key, Target.Product, key, Target.Ceiling), samples.RatioByProcessor(key, compared),
                samples.PerSecond(key, Target.Fixed), samples.Ratio(key, Target.Product, key, Target.Fixed),
                samples.PerSecond(key, Target.Short), samples.Ratio(key, Target.Product, key, Target.Short),
                100 * Enum.GetValues<Target>().Max(target => Busy(samples, key, target)),
                samples.Of(key).Sum(sample => sample.Load.Failures));
        }
        return table;
    }

    private static double Busy(HttpSamples samples, string key, Target target) =>
        samples.Of(key, target) is { Count: > 0 } rounds ? rounds.Max(sample => sample.Load.Busy) : 0;
}
