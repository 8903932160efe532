using System.Text.Json.Nodes;
using BpoDirectory.Exchange.Columns;

namespace BpoDirectory.Exchange.Export;

/// <summary>Writes the rows of a table to a stream, one after the other: no more of the table is in memory than a buffer's worth.</summary>
internal abstract class TableWriter : IAsyncDisposable
{
    /// <summary>A writer of a format, which has written nothing yet. The stream stays open.</summary>
    public static TableWriter Create(ExportFormat format, Stream stream, IReadOnlyList<TableColumn> columns) => format switch
    {
        ExportFormat.Csv => new CsvTableWriter(stream, columns),
        ExportFormat.Xlsx => new XlsxTableWriter(stream, columns),
        _ => new JsonTableWriter(stream, columns),
    };

    /// <summary>Writes what stands before the rows.</summary>
    public abstract Task BeginAsync(CancellationToken cancellation);

    /// <summary>Writes a row: a value for each column, see <see cref="TableColumn.ValueOf"/>.</summary>
    public abstract Task WriteAsync(IReadOnlyList<JsonNode?> row, CancellationToken cancellation);

    /// <summary>Writes what stands behind the rows; without it the file is no whole one.</summary>
    public abstract Task EndAsync(CancellationToken cancellation);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
