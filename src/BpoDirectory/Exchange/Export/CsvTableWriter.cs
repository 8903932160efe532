using System.Text.Json.Nodes;
using BpoDirectory.Exchange.Columns;
using CsvHelper;

namespace BpoDirectory.Exchange.Export;

/// <summary>A table as CSV that a spreadsheet opens without running anything in it.</summary>
internal sealed class CsvTableWriter(Stream stream, IReadOnlyList<TableColumn> columns) : TableWriter
{
    private readonly CsvWriter _csv = SpreadsheetCsv.Create(stream);

    /// <inheritdoc />
    public override Task BeginAsync(CancellationToken cancellation) =>
        WriteLineAsync([.. columns.Select(column => column.Name)], cancellation);

    /// <inheritdoc />
    public override Task WriteAsync(IReadOnlyList<JsonNode?> row, CancellationToken cancellation) =>
        WriteLineAsync([.. row.Select(TableColumn.ToText)], cancellation);

    /// <inheritdoc />
    public override async Task EndAsync(CancellationToken cancellation) => await _csv.FlushAsync(cancellation);

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => _csv.DisposeAsync();

    // Who may see none of the chosen columns gets none, and CSV has no line without a cell.
    private async Task WriteLineAsync(string[] cells, CancellationToken cancellation)
    {
        if (cells.Length > 0)
            await _csv.WriteLineAsync(cells, cancellation);
    }
}
