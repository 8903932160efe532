using System.Diagnostics;
using System.Globalization;
using BpoDirectory.Benchmarks.Generation;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Reporting;
using BpoDirectory.Data;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Exchange.Export;
using BpoDirectory.Search;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Benchmarks.Exchange;

/// <summary>Measures exports of a whole list: how long they take, and how much more memory the process has at its highest.</summary>
internal static class ExportCommand
{
    private const double LongestSeconds = 10;
    private const double MostMegabytes = 100;

    private static readonly int[] UsualSizes = [21, 100_000];

    public static async Task RunAsync(CommandLine line, Report report)
    {
        var seed = line.Number("seed", GeneratedDatabase.UsualSeed);
        foreach (var size in line.Numbers("sizes", UsualSizes))
        {
            using var data = TemporaryFolder.With(await GeneratedDatabase.GetAsync(size, seed));
            await using var services = await DirectoryServices.OpenAsync(data.Database);
            using var export = ActivatorUtilities.CreateInstance<DepartmentExport>(services);
            var request = new SearchRequest { Audience = Audience.Editors };
            // What search keeps in memory is there in a program that serves.
            var ids = await export.ListAsync(request, CancellationToken.None);
            await WriteAsync(export, ExportFormat.Csv, [.. ids.Take(1000)]);

            var name = string.Create(CultureInfo.InvariantCulture, $"{size:N0} departments");
            var table = new Table(
                $"Export of {name}, all columns", new("format", "format"), new("seconds", "seconds", "N1"), new("mb", "MB", "N1"),
                new("growth", "growth MB", "N0"));
            foreach (var format in Enum.GetValues<ExportFormat>())
            {
                var (bytes, seconds) = (0L, 0.0);
                var growth = await MemoryGrowth.WatchAsync(async () =>
                {
                    var started = Stopwatch.GetTimestamp();
                    bytes = await WriteAsync(export, format, await export.ListAsync(request, CancellationToken.None));
                    seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
                });
                table.Add(format.ToString(), seconds, bytes / 1e6, growth);
                report.AtMost($"{name} as {format}: seconds", seconds, LongestSeconds);
                report.AtMost($"{name} as {format}: growth of memory in MB", growth, MostMegabytes);
            }
            report.Add(table);
        }
    }

    private static async Task<long> WriteAsync(DepartmentExport export, ExportFormat format, IReadOnlyList<int> ids)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using var file = File.Create(path);
            await TableExport.WriteAsync(file, format, Tables.Departments.All, export.ReadAsync(ids, evenArchived: true), Audience.Editors);
            return file.Length;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
