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
        var written = 0;
        await foreach (var batch in rows.WithCancellation(cancellation))
        {
            foreach (var row in batch)
            {
                var content = ContentJson.ToNode(row);
                await table.WriteAsync(seen.ConvertAll(column => column.ValueOf(content, audience)), cancellation);
            }
            progress?.Report(written += batch.Count);
        }
        await table.EndAsync(cancellation);
    }
}
