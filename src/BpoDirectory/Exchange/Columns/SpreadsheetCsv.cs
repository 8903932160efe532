using BpoDirectory.Data.Text;
using CsvHelper;

namespace BpoDirectory.Exchange.Columns;

/// <summary>CSV (RFC 4180) in UTF-8 that a spreadsheet opens as it is meant, without running anything in it.</summary>
internal static class SpreadsheetCsv
{
    private static readonly CsvWriterOptions Options =
        CsvWriterOptions.Default with { WriteByteOrderMark = true, Quoting = CsvQuoting.WhenNeededOrWhitespace };

    /// <summary>A writer that has written nothing yet. The stream stays open.</summary>
    public static CsvWriter Create(Stream file) => CsvWriter.Create(file, Options, leaveOpen: true);

    /// <summary>Writes a line of texts, each made harmless (see <see cref="SpreadsheetText"/>).</summary>
    public static async Task WriteLineAsync(this CsvWriter csv, IEnumerable<string> texts, CancellationToken cancellation) =>
        await csv.WriteRecordAsync([.. texts.Select(SpreadsheetText.ToCell)], cancellation);
}
