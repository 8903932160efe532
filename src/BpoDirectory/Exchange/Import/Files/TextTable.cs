using System.Text;
using CsvHelper;

namespace BpoDirectory.Exchange.Import.Files;

/// <summary>Reads lines of cells: comma-separated values and their relatives.</summary>
internal static class TextTable
{
    private const int Sample = 256 * 1024;
    private const int MostSampleRows = 100;

    // Of the rows, so many have the same number of cells where the right character is taken for the delimiter.
    private const double LeastAgreement = 0.6;

    private const string Hint = "sep=";

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>The rows of a file, blank ones too.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How it is read.</param>
    /// <param name="stray">Gets the number of a row in which a quotation mark stands where none should.</param>
    /// <exception cref="TableRefusedException">A byte is no character of the encoding, or a quotation mark is never closed.</exception>
    public static IEnumerable<TableRow> Read(string path, TableFormat format, Action<int>? stray = null)
    {
        using var reader = new StreamReader(path, TextEncodings.Get(format.Encoding), detectEncodingFromByteOrderMarks: false);
        SkipByteOrderMark(reader, format.Encoding);
        foreach (var row in Parse(reader, format.Delimiter, format.Encoding, stray))
            yield return row;
    }

    /// <summary>What stands between the cells of a text: what splits most of its rows into the same number of cells.</summary>
    public static char DetectDelimiter(string path, string encoding)
    {
        var sample = ReadSample(path, encoding, out var isWhole);
        if (sample.StartsWith(Hint, StringComparison.OrdinalIgnoreCase) && sample.Length > Hint.Length && Delimiters.Contains(sample[Hint.Length]))
            return sample[Hint.Length];
        var best = (Score: 0.0, Delimiter: TableFormat.NoDelimiter);
        foreach (var delimiter in Delimiters)
            if (Score(sample, delimiter, isWhole) is var score && score > best.Score)
                best = (score, delimiter);
        return best.Delimiter;
    }

    /// <summary>Whether the row only tells spreadsheet programs what the delimiter is.</summary>
    public static bool IsHint(TableRow row) => row.Number == 1 && string.Concat(row.Cells).StartsWith(Hint, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<TableRow> Parse(TextReader text, char delimiter, string encoding, Action<int>? stray)
    {
        var (number, hasStray) = (0, false);
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = delimiter, HasHeader = false, SkipEmptyLines = false, MalformedData = CsvMalformedDataHandling.Recover, OnMalformedRecord = _ => hasStray = true,
        });
        while (Next())
        {
            number++;
            if (hasStray && IsNeverClosed(reader.RawRecord))
                throw new TableRefusedException(
                    $"The quotation mark that begins a cell in row {number} is never closed. Close it, or double it where it belongs to the text.");
            if (hasStray)
                stray?.Invoke(number);
            hasStray = false;
            yield return new TableRow(number, Cells(reader));
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

    private static string[] Cells(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var index = 0; index < cells.Length; index++)
            cells[index] = reader.GetString(index);
        return cells;
    }

    // Such a cell takes all that follows it, to the end of the file.
    private static bool IsNeverClosed(ReadOnlySpan<byte> record) => record.Count((byte)'"') % 2 == 1 && record.TrimEnd("\r\n"u8).ContainsAny((byte)'\r', (byte)'\n');

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
        var widths = new List<int>();
        try
        {
            foreach (var row in Parse(new StringReader(sample), delimiter, "", stray: null).Where(row => !row.IsBlank).Take(MostSampleRows + 1))
                widths.Add(row.Cells.Count);
        }
        catch (TableRefusedException)
        {
            // The sample ends within a cell, or this is not the delimiter: what was read until then says which.
        }
        if (!isWhole && widths.Count is > 1 and <= MostSampleRows)
            widths.RemoveAt(widths.Count - 1);
        if (widths.Count == 0)
            return 0;
        var usual = widths.GroupBy(width => width).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
        var agreement = (double)usual.Count() / widths.Count;
        return usual.Key > 1 && agreement >= LeastAgreement ? agreement + (usual.Key / 1000.0) : 0;
    }
}
