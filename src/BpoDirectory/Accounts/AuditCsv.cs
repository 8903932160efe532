using System.Globalization;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using CsvHelper;

namespace BpoDirectory.Accounts;

/// <summary>Audit entries as CSV (RFC 4180) that a spreadsheet opens without running anything in it.</summary>
/// <param name="stream">Where they are written; it stays open.</param>
public sealed class AuditCsv(Stream stream) : IAsyncDisposable
{
    private readonly CsvWriter _csv = CsvWriter.Create(stream, leaveOpen: true);

    /// <summary>Writes the names of the columns.</summary>
    public async Task BeginAsync(CancellationToken cancellation) =>
        await _csv.WriteRecordAsync(["Time (UTC)", "Kind", "Actor", "Subject", "Detail"], cancellation);

    /// <summary>Writes an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="actor">What whoever made it is called.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public async Task WriteAsync(AuditEntry entry, string actor, CancellationToken cancellation)
    {
        _csv.WriteField(entry.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var text in new[] { entry.Kind.ToLabel(), actor, entry.Subject, entry.Detail })
            _csv.WriteField(SpreadsheetText.ToCell(text), CsvQuoting.Always);
        await _csv.EndRecordAsync(cancellation);
    }

    /// <summary>Writes what is not written yet.</summary>
    public async Task EndAsync(CancellationToken cancellation) => await _csv.FlushAsync(cancellation);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
