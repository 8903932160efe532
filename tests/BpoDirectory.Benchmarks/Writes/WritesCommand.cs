using System.Globalization;
using BpoDirectory.Benchmarks.Generation;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Writes;

/// <summary>Measures acknowledged edits: on disk, and in the full-text index.</summary>
internal static class WritesCommand
{
    private const int Writers = 8;
    private const int Searches = 5;

    private static readonly int[] UsualSizes = [21, 10_000];

    public static async Task RunAsync(CommandLine line, Report report)
    {
        var (seed, rounds, seconds) =
            (line.Number("seed", GeneratedDatabase.UsualSeed), line.Number("rounds", 3), line.Decimal("seconds", 3));
        foreach (var size in line.Numbers("sizes", UsualSizes))
        {
            using var data = TemporaryFolder.With(await GeneratedDatabase.GetAsync(size, seed));
            await using var editing = await EditingSession.OpenAsync(data.Database);
            var ways = new (string Key, string Name, Func<int, Task> Edit)[]
            {
                ("eight", "8 departments", writer => editing.EditAsync(editing.Departments[writer])),
                ("one", "one department", _ => editing.EditAsync(editing.Departments[0])),
                ("bare", "bare transaction", writer => editing.EditBareAsync(editing.Departments[writer])),
            };
            var found = new List<WriteRound>[ways.Length];
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# edits of {size:N0} departments"));
            // The first round warms up.
            for (var round = 0; round <= rounds; round++)
                foreach (var (index, way) in ways.Index())
                {
                    var measured = await WriteRound.RunAsync(way.Edit, Writers, seconds);
                    if (round > 0)
                        (found[index] ??= []).Add(measured);
                }

            report.Add(Figures(size, [.. ways.Select(way => way.Name)], found));
            report.AtLeast($"{Name(size)}: share of acknowledged edits that the versions count", await editing.CountedShareAsync(), 1);
            await ReportSearchesAsync(size, editing, report);
        }
    }

    private static Table Figures(int size, string[] names, List<WriteRound>[] found)
    {
        var table = new Table(
            $"Acknowledged edits, {Name(size)}, {Writers} writers",
            new("what", "what"), new("perSecond", "edits/s", "N1"), new("p50", "p50 ms", "N1"), new("p99", "p99 ms", "N1"),
            new("ratio", "to bare", "0.00"));
        foreach (var (index, rounds) in found.Index())
            table.Add(
                names[index], rounds.Select(r => r.PerSecond).Median(), rounds.Select(r => r.P50).Median(),
                rounds.Select(r => r.P99).Median(), rounds.Zip(found[^1], (way, bare) => way.PerSecond / bare.PerSecond).Median());
        return table;
    }

    private static async Task ReportSearchesAsync(int size, EditingSession editing, Report report)
    {
        var (times, visible) = (new List<double>(), 0);
        for (var i = 0; i < Searches; i++)
        {
            var (took, isVisible) = await editing.EditAndSearchAsync(editing.Departments[i]);
            times.Add(took.TotalMilliseconds);
            visible += isVisible ? 1 : 0;
        }
        var table = new Table(
            $"The first search after an edit, {Name(size)}", new("median", "median ms", "N1"), new("slowest", "slowest ms", "N1"));
        table.Add(times.Median(), times.Max());
        report.Add(table);
        report.AtLeast($"{Name(size)}: share of edits that the very next search shows", (double)visible / Searches, 1);
    }

    private static string Name(int size) => $"{size.ToString("N0", CultureInfo.InvariantCulture)} departments";
}
