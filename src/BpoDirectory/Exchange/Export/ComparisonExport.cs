using BpoDirectory.Departments;
using BpoDirectory.Exchange.Columns;

namespace BpoDirectory.Exchange.Export;

/// <summary>Departments side by side as a table that a spreadsheet opens without running anything in it.</summary>
public static class ComparisonExport
{
    /// <summary>Where comparisons are exported, with the parameters of the page.</summary>
    public const string Path = "/compare.csv";

    /// <summary>Writes the rows: under which heading each stands, its title, and what each department has, an item on each line.</summary>
    public static async Task WriteAsync(Stream file, ComparisonRows rows, CancellationToken cancellation)
    {
        await using var csv = SpreadsheetCsv.Create(file);
        await csv.WriteLineAsync(["Part", "Compared", .. rows.Departments.Select(department => department.Name)], cancellation);
        foreach (var row in rows.Shown)
            await csv.WriteLineAsync(
                [rows.HeadingOf(row.Field) ?? "", row.Title, .. row.Cells.Select(cell => string.Join('\n', cell))], cancellation);
        await csv.FlushAsync(cancellation);
    }
}
