using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace BpoDirectory.Exchange.Import.Files;

/// <summary>Reads lines of cells: comma-separated values and their relatives.</summary>
internal static partial class TextTable
{
    private const int Sample = 256 * 1024;
    private const int MostSampleRows = 100;

    // Of the rows, so many have the same number of cells where the right character is taken for the delimiter.
    private const double LeastAgreement = 0.6;

    private const string Hint = "sep=";
    private const char Quote = '"';

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>The rows of a file, blank ones too.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How it is read.</param>
    /// <exception cref="TableRefusedException">A byte is no character of the encoding.</exception>
    public static IEnumerable<TableRow> Read(string path, TableFormat format)
    {
        using var reader = new StreamReader(path, TextEncodings.Get(format.Encoding), detectEncodingFromByteOrderMarks: false);
        SkipByteOrderMark(reader, format.Encoding);
        foreach (var row in Parse(reader, format.Delimiter, format.Encoding))
            yield return row;
    }

    /// <summary>What stands between the cells of a text: what splits most of its rows into the same number of cells.</summary>
    public static char DetectDelimiter(string path, string encoding)
    {
        var sample = ReadSample(path, encoding, out var isWhole);
        if (sample.StartsWith(Hint, StringComparison.OrdinalIgnoreCase) && sample.Length > Hint.Length
            && Delimiters.Contains(sample[Hint.Length]))
            return sample[Hint.Length];
        var best = (Score: 0.0, Delimiter: TableFormat.NoDelimiter);
        foreach (var delimiter in Delimiters)
            if (Score(sample, delimiter, isWhole) is var score && score > best.Score)
                best = (score, delimiter);
        return best.Delimiter;
    }

    /// <summary>Whether the row only tells spreadsheet programs what the delimiter is.</summary>
    public static bool IsHint(TableRow row) =>
        row.Number == 1 && string.Concat(row.Cells).StartsWith(Hint, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<TableRow> Parse(TextReader text, char delimiter, string encoding)
    {
        var (number, isMalformed) = (0, false);
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = delimiter, HasHeader = false, SkipEmptyLines = false, TrimWhitespace = true,
            MalformedData = CsvMalformedDataHandling.Recover, OnMalformedRecord = _ => isMalformed = true,
        });
        while (Next())
        {
            number++;
            yield return isMalformed ? ReadMalformed(number, reader) : new TableRow(number, Cells(reader, reader.GetString));
            isMalformed = false;
        }

        bool Next() => Decode(encoding, number, reader.Read);
    }

    private static T Decode<T>(string encoding, int rowsBefore, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException wrong)
        {
            throw new TableRefusedException(
                $"After row {rowsBefore} the file is not {encoding}: choose another encoding, or save the file as UTF-8.", wrong);
        }
    }

    // A cell whose quotation marks do not fit together is kept as it stands, with all of them.
    private static TableRow ReadMalformed(int number, CsvReader reader)
    {
        var (lines, isNeverClosed) = (0, false);
        var cells = Cells(reader, index =>
        {
            var raw = Encoding.UTF8.GetString(reader.GetRawSpan(index)).Trim(' ', '\t');
            var quoted = raw is [Quote, ..] ? raw[1..].Replace("\"\"", "", StringComparison.Ordinal) : "\"";
            if (quoted.IndexOf(Quote, StringComparison.Ordinal) is var end && end >= 0 && end == quoted.Length - 1)
                return reader.GetString(index);
            isNeverClosed |= end < 0;
            lines += LineBreaks().Count(raw.TrimEnd('\r', '\n'));
            return raw;
        });
        return new TableRow(number, cells) { HasStrayQuote = true, Trouble = Trouble(isNeverClosed, lines) };
    }

    private static string? Trouble(bool isNeverClosed, int lines) => (isNeverClosed, lines) switch
    {
        (true, 0) => "A quotation mark begins a cell and is never closed: close it, or double it where it belongs to the text.",
        (true, _) => $"A quotation mark begins a cell and is never closed, so that the {Lines(lines)} it cannot be told from it: "
            + "close it, or double it where it belongs to the text.",
        (_, 0) => null,
        _ => $"A quotation mark stands where none should, so that the {Lines(lines)} it may belong to another row: close the quotation, "
            + "or double the mark where it belongs to the text.",
    };

    private static string Lines(int count) =>
        count == 1 ? "line after" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} lines after");

    private static string[] Cells(CsvReader reader, Func<int, string> textOf)
    {
        var cells = new string[reader.FieldCount];
        for (var index = 0; index < cells.Length; index++)
            cells[index] = textOf(index);
        return cells;
    }

    [GeneratedRegex(@"\r\n|\n|\r", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreaks();

    // The mark is a character without width, which would begin the first heading.
    private static void SkipByteOrderMark(StreamReader reader, string encoding)
    {
        if (Decode(encoding, 0, reader.Peek) == '\uFEFF')
            reader.Read();
    }

    private static string ReadSample(string path, string encoding, out bool isWhole)
    {
        using var reader = new StreamReader(path, TextEncodings.Get(encoding), detectEncodingFromByteOrderMarks: false);
        SkipByteOrderMark(reader, encoding);
        var sample = new char[Sample];
        var length = Decode(encoding, 0, () => reader.ReadBlock(sample));
        isWhole = length < Sample;
        return new string(sample, 0, length);
    }

    private static double Score(string sample, char delimiter, bool isWhole)
    {
        // Where the sample ends within a cell, or this is not the delimiter, what was read until then says which.
        var rows = Parse(new StringReader(sample), delimiter, "").Where(row => !row.IsBlank).Take(MostSampleRows + 1).ToList();
        if (!isWhole && rows.Count is > 1 and <= MostSampleRows)
            rows.RemoveAt(rows.Count - 1);
        if (rows.Where(row => row.Trouble is null).GroupBy(row => row.Cells.Count).OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key).FirstOrDefault() is not { } usual)
            return 0;
        var agreement = (double)usual.Count() / rows.Count;
        return usual.Key > 1 && agreement >= LeastAgreement ? agreement + (usual.Key / 1000.0) : 0;
    }
}
