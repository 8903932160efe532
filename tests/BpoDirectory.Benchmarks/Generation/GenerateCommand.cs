using System.Globalization;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Generation;

/// <summary>Makes a database of any size to look at or to measure by hand.</summary>
internal static class GenerateCommand
{
    public static async Task RunAsync(CommandLine line, Report report)
    {
        if (line.Values is not [var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw new UsageException("generate needs the number of departments.");
        var file = line.Text("out") ?? throw new UsageException("generate needs --out FILE.");
        var seed = line.Number("seed", GeneratedDatabase.UsualSeed);

        var (rows, index) = await GeneratedDatabase.GenerateAsync(file, count, seed);
        var table = new Table(
            $"Generated {file}",
            new("departments", "departments"), new("seed", "seed"), new("megabytes", "MB", "N1"), new("rowSeconds", "rows s", "N1"),
            new("indexSeconds", "index s", "N1"));
        table.Add(count, seed, new FileInfo(file).Length / 1e6, rows.TotalSeconds, index.TotalSeconds);
        report.Add(table);
    }
}
