using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Exchange.Columns;

namespace BpoDirectory.Exchange.Export;

/// <summary>Tables of entries as files.</summary>
public static class TableExport
{
    /// <summary>Writes a table while its rows are read.</summary>
    /// <param name="file">Where; it stays open.</param>
    /// <param name="format">What kind of file.</param>
    /// <param name="columns">Which columns, in this order; those that <paramref name="audience"/> may not see are left out.</param>
    /// <param name="rows">The contents, some at a time.</param>
    /// <param name="audience">Who reads the file.</param>
    /// <param name="progress">Is told how many rows are written.</param>
    /// <param name="cancellation">Ends it early; then the file is no whole one.</param>
    public static async Task WriteAsync<T>(
        Stream file, ExportFormat format, IReadOnlyList<TableColumn> columns, IAsyncEnumerable<IReadOnlyList<T>> rows, Audience audience,
        IProgress<int>? progress = null, CancellationToken cancellation = default)
        where T : EntryContent, new()
    {
        var seen = columns.Where(column => column.IsVisibleTo(audience)).ToList();
        await using var table = TableWriter.Create(format, file, seen);
        await table.BeginAsync(cancellation);
        var (written, next) = (0, (Task<List<List<JsonNode?>>>?)null);
        await foreach (var batch in rows.WithCancellation(cancellation))
        {
            // Beside what is written: making cells takes about as long.
            var ready = next;
            next = Task.Run(() => batch.Select(row => ToCells(ContentJson.ToNode(row), seen, audience)).ToList(), cancellation);
            await WriteRowsAsync(ready);
        }
        await WriteRowsAsync(next);
        await table.EndAsync(cancellation);

        async Task WriteRowsAsync(Task<List<List<JsonNode?>>>? made)
        {
            foreach (var row in made is null ? [] : await made)
            {
                await table.WriteAsync(row, cancellation);
                written++;
            }
            progress?.Report(written);
        }
    }

    private static List<JsonNode?> ToCells(JsonObject content, List<TableColumn> columns, Audience audience) =>
        columns.ConvertAll(column => column.ValueOf(content, audience));
}
