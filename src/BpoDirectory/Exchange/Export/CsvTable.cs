using System.Buffers;
using System.Text.Json.Nodes;
using BpoDirectory.Exchange.Columns;
using CsvHelper;

namespace BpoDirectory.Exchange.Export;

/// <summary>A table as CSV that a spreadsheet opens without running anything in it.</summary>
internal sealed class CsvTable(Stream stream, IReadOnlyList<TableColumn> columns) : TableWriter
{
    // Also what other programs take for a separator.
    private static readonly SearchValues<char> Special = SearchValues.Create("\",;\t|\r\n");

    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true,
        Quoting = CsvQuoting.WhenNeededOrWhitespace,
        ShouldQuote = (cell, _, _, _) => cell.ContainsAny(Special),
    };

    private readonly CsvWriter _csv = CsvWriter.Create(stream, Options, leaveOpen: true);

    /// <inheritdoc />
    public override Task BeginAsync(CancellationToken cancellation)
    {
        foreach (var column in columns)
            _csv.WriteField(column.Name);
        return _csv.EndRecordAsync(cancellation).AsTask();
    }

    /// <inheritdoc />
    public override Task WriteAsync(IReadOnlyList<JsonNode?> row, CancellationToken cancellation)
    {
        foreach (var value in row)
            _csv.WriteField(SpreadsheetText.ToCell(TableColumn.ToText(value)));
        return _csv.EndRecordAsync(cancellation).AsTask();
    }

    /// <inheritdoc />
    public override Task EndAsync(CancellationToken cancellation) => _csv.FlushAsync(cancellation).AsTask();

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => _csv.DisposeAsync();
}
