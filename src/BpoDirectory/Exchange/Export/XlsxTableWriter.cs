using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BpoDirectory.Data.Text;
using BpoDirectory.Exchange.Columns;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace BpoDirectory.Exchange.Export;

/// <summary>A table as the only sheet of a workbook. Every cell is a text, none a formula.</summary>
internal sealed partial class XlsxTableWriter(Stream stream, IReadOnlyList<TableColumn> columns) : TableWriter
{
    private Spreadsheet? _spreadsheet;

    /// <inheritdoc />
    public override async Task BeginAsync(CancellationToken cancellation)
    {
        _spreadsheet = await Spreadsheet.CreateNewAsync(stream, cancellationToken: cancellation);
        await _spreadsheet.StartWorksheetAsync("Table", new WorksheetOptions { FrozenRows = 1 }, cancellation);
        await _spreadsheet.AddRowAsync([.. columns.Select(column => new DataCell(column.Name))], cancellation);
    }

    /// <inheritdoc />
    public override async Task WriteAsync(IReadOnlyList<JsonNode?> row, CancellationToken cancellation) =>
        await _spreadsheet!.AddRowAsync(
            [.. row.Select(value => new DataCell(Escape(SpreadsheetText.ToCell(TableColumn.ToText(value)))))], cancellation);

    /// <inheritdoc />
    public override async Task EndAsync(CancellationToken cancellation) => await _spreadsheet!.FinishAsync(cancellation);

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => _spreadsheet?.DisposeAsync() ?? ValueTask.CompletedTask;

    // What XML cannot hold stands there as _xHHHH_, and so does the beginning of a text that looks like that (ECMA-376, ST_Xstring).
    private static string Escape(string text) => Escaped().Replace(text, match =>
        match.Value is ['_', ..] ? "_x005F_" : string.Create(CultureInfo.InvariantCulture, $"_x{(int)match.Value[0]:X4}_"));

    [GeneratedRegex(@"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0B\x0C\x0D\x0E-\x1F\uFFFE\uFFFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
