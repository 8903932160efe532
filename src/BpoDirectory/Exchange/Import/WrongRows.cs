using BpoDirectory.Exchange.Columns;
using BpoDirectory.Exchange.Import.Files;

namespace BpoDirectory.Exchange.Import;

/// <summary>The wrong rows of a table as a file, to be mended and imported again.</summary>
internal static class WrongRows
{
    private const string Trouble = "What is wrong";

    /// <summary>
    /// Writes them as CSV. What a column holds is its heading there, so that nobody has to say it again; all cells of a row are kept, those
    /// too for which the table has no column.
    /// </summary>
    public static async Task WriteAsync(
        Stream file, string path, ImportOptions options, TableImporter importer, ImportComparison comparison,
        CancellationToken cancellation)
    {
        var problems = comparison.Rows.Where(row => row.State == ImportRowState.Wrong).ToDictionary(row => row.Number, row => row.Problems);
        var rows = TableReader.Read(path, options.Format).Where(row => problems.ContainsKey(row.Number)).ToList();
        var headings = TableReader.ReadHeadings(path, options.Format);
        var width = rows.Select(row => row.Cells.Count).Append(headings?.Count ?? 0).Append(options.Columns.Keys.Max() + 1).Max();
        await using var csv = SpreadsheetCsv.Create(file);
        var header = Enumerable.Range(0, width).Select(index => Heading(index, headings, options, importer)).Append(Trouble);
        await csv.WriteLineAsync(header, cancellation);
        foreach (var row in rows)
        {
            var told = string.Join(' ', problems[row.Number].Select(problem => $"{problem.Label} {problem.Message}".Trim()));
            var cells = Enumerable.Range(0, width).Select(index => row.Cells.ElementAtOrDefault(index) ?? "").Append(told);
            await csv.WriteLineAsync(cells, cancellation);
        }
        await csv.FlushAsync(cancellation);
    }

    // A column that was left out is not to be taken for a field the next time.
    private static string Heading(int index, IReadOnlyList<string>? headings, ImportOptions options, TableImporter importer)
    {
        var heading = TableFile.Heading(headings, index);
        return options.Columns.TryGetValue(index, out var field) ? field
            : importer.Knows(heading) ? $"{heading} (not imported)" : heading;
    }
}
