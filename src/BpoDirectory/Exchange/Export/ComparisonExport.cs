using BpoDirectory.Departments;
using BpoDirectory.Exchange.Columns;
using CsvHelper;

namespace BpoDirectory.Exchange.Export;

/// <summary>Departments side by side as a table that a spreadsheet opens without running anything in it.</summary>
public static class ComparisonExport
{
    /// <summary>Where comparisons are exported, with the parameters of the page.</summary>
    public const string Path = "/compare.csv";

    /// <summary>Writes the rows: under which heading each stands, its title, and what each department has, an item on each line.</summary>
    public static async Task WriteAsync(Stream file, ComparisonRows rows, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(file, CsvTableWriter.Options, leaveOpen: true);
        await WriteLineAsync(["Part", "Compared", .. rows.Departments.Select(department => department.Name)]);
        foreach (var row in rows.Shown)
            await WriteLineAsync([rows.HeadingOf(row.Field) ?? "", row.Title, .. row.Cells.Select(cell => string.Join('\n', cell))]);
        await csv.FlushAsync(cancellation);

        async Task WriteLineAsync(IEnumerable<string> cells) =>
            await csv.WriteRecordAsync([.. cells.Select(SpreadsheetText.ToCell)], cancellation);
    }
}
