using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BpoDirectory.Exchange.Columns;
using CsvHelper;
using CsvHelper.Configuration;

namespace BpoDirectory.Exchange.Export;

/// <summary>A table as CSV that a spreadsheet opens without running anything in it.</summary>
internal sealed class CsvTable(Stream stream, IReadOnlyList<TableColumn> columns) : TableWriter
{
    // Also what other programs take for a separator.
    private static readonly SearchValues<char> Special = SearchValues.Create("\",;\t|\r\n");

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = cell => cell.Field is { Length: > 0 } text && (text[0] == ' ' || text[^1] == ' ' || text.AsSpan().ContainsAny(Special)),
    };

    private readonly CsvWriter _csv = new(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 32 * 1024, leaveOpen: true), Configuration);

    /// <inheritdoc />
    public override Task BeginAsync(CancellationToken cancellation)
    {
        foreach (var column in columns)
            _csv.WriteField(column.Name);
        return _csv.NextRecordAsync();
    }

    /// <inheritdoc />
    public override Task WriteAsync(IReadOnlyList<JsonNode?> row, CancellationToken cancellation)
    {
        foreach (var value in row)
            _csv.WriteField(SpreadsheetText.ToCell(TableColumn.ToText(value)));
        return _csv.NextRecordAsync();
    }

    /// <inheritdoc />
    public override Task EndAsync(CancellationToken cancellation) => _csv.FlushAsync();

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => _csv.DisposeAsync();
}
