using System.Globalization;
using BpoDirectory.Benchmarks.Generation;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Startup;

/// <summary>Measures how long the published program needs from its start to its first answers, with a database that exists.</summary>
internal static class StartupCommand
{
    private const int Large = 100_000;
    private const int BuiltIn = 21;
    private const double Longest = 3;
    private const double LongestBuiltIn = 1.5;

    private static readonly int[] UsualSizes = [21, 10_000, 100_000];

    // Asked one after the other: the first of them says that the program is up, the last that everything is read.
    private static readonly (string Key, string Name, string Path)[] Asked =
    [
        ("ready", "ready", "/health/ready"),
        ("home", "home page", "/"),
        ("search", "first search", "/api/v1/departments?q=payroll"),
    ];

    public static async Task RunAsync(CommandLine line, Report report)
    {
        var (seed, rounds) = (line.Number("seed", GeneratedDatabase.UsualSeed), line.Number("rounds", 5));
        using var folder = new TemporaryFolder();
        var program = await PublishedProgram.GetAsync(line, folder.Path);
        var table = new Table(
            "Seconds from the start to the first 200, all cores",
            [new("departments", "departments"), .. Asked.Select(asked => new Column(asked.Key, asked.Name, "N2"))]);

        var bound = new List<(int Size, double Ready, double Search)>();
        foreach (var size in line.Numbers("sizes", UsualSizes))
        {
            using var data = TemporaryFolder.With(await GeneratedDatabase.GetAsync(size, seed));
            await StartAsync(program, data);
            var times = new List<double[]>();
            for (var round = 0; round < rounds; round++)
                times.Add(await StartAsync(program, data));
            double[] medians = [.. Asked.Select((_, i) => times.Select(t => t[i]).Median())];
            table.Add([size, .. medians]);
            if (size is BuiltIn or >= Large)
                bound.Add((size, medians[0], medians[^1]));
        }

        report.Add(table);
        foreach (var (size, ready, search) in bound)
        {
            var longest = size == BuiltIn ? LongestBuiltIn : Longest;
            var shown = size.ToString("N0", CultureInfo.InvariantCulture);
            report.Below($"seconds to the first 200 at {shown}", ready, longest);
            report.Below($"seconds to the first search at {shown}", search, Longest);
        }
    }

    private static async Task<double[]> StartAsync(PublishedProgram program, TemporaryFolder data)
    {
        using var server = program.Start(data, core: null);
        var times = new double[Asked.Length];
        foreach (var (index, asked) in Asked.Index())
            times[index] = (await server.AnswersAsync(asked.Path)).TotalSeconds;
        return times;
    }
}
