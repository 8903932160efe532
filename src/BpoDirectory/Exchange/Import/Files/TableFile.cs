using System.Globalization;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Exchange.Import.Files;

/// <summary>A column of a table in a file.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Heading">What stands over it, or “Column 3”.</param>
/// <param name="Samples">The first things that stand in it.</param>
public sealed record FileColumn(int Index, string Heading, IReadOnlyList<string> Samples);

/// <summary>A file as a table.</summary>
/// <param name="Format">How it is read.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">How many rows the table has, without headings and blank ones.</param>
/// <param name="Sheets">Of workbooks: the sheets to choose from.</param>
/// <param name="Notices">What an editor should know of how it was read.</param>
/// <param name="Repairs">Some letters that can be put right, before and after; see <see cref="Mojibake"/>.</param>
public sealed record TableFile(
    TableFormat Format, IReadOnlyList<FileColumn> Columns, int Rows, IReadOnlyList<string> Sheets, IReadOnlyList<string> Notices,
    IReadOnlyList<(string Before, string After)> Repairs)
{
    private const int MostSamples = 3;
    private const int MostRepairs = 3;
    private const int SampleRows = 200;

    /// <summary>Looks at a file and finds out how it is read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">How much it may be.</param>
    /// <param name="isKnown">Whether a text is the heading of a field.</param>
    /// <param name="cancellation">Ends the looking.</param>
    /// <exception cref="TableRefusedException">It is no table, or too much.</exception>
    public static TableFile Open(string path, ImportLimits limits, Func<string, bool> isKnown, CancellationToken cancellation)
    {
        var kind = FileContent.Recognise(path, limits);
        var notices = new List<string>();
        var (format, sheets) = kind switch
        {
            TableKind.Workbook => ChooseSheet(path, limits, notices, cancellation),
            TableKind.Json => (new TableFormat { Kind = kind, HeaderRow = 1, FirstRow = 2 }, []),
            _ => (ReadTextFormat(path, notices), []),
        };
        if (kind != TableKind.Json)
        {
            // Nothing is told by cells that cannot be told apart.
            var first = TableReader.ReadAll(path, format).Where(row => !row.IsBlank).Take(SampleRows)
                .Select(row => row.Trouble is null ? row : row with { Cells = [] }).ToList();
            format = WithHeader(format, first, isKnown);
            NoteHeader(format, first, notices);
        }
        return Describe(path, format, sheets, notices, limits, cancellation);
    }

    /// <summary>Looks at a file that is read as an editor chose.</summary>
    /// <exception cref="TableRefusedException">It cannot be read so, or it is too much.</exception>
    public static TableFile Open(string path, TableFormat format, ImportLimits limits, CancellationToken cancellation)
    {
        var notices = new List<string>();
        IReadOnlyList<string> sheets = [];
        if (format.Kind == TableKind.Workbook)
        {
            var contents = WorkbookInspection.Inspect(path, limits.ExpandedBytes, cancellation);
            sheets = [.. contents.Sheets.Select(sheet => sheet.Name)];
            NoteSheet(contents, contents.Sheets.Single(sheet => sheet.Name == format.Sheet), notices);
        }
        return Describe(path, format, sheets, notices, limits, cancellation);
    }

    private static TableFormat ReadTextFormat(string path, List<string> notices)
    {
        var (encoding, isKnown) = TextEncodings.Detect(File.ReadAllBytes(path));
        if (!isKnown)
            notices.Add($"The file does not say how its letters are written. {encoding} fits them: look whether they are right below, and choose another encoding where not.");
        return new TableFormat { Kind = TableKind.Text, Encoding = encoding, Delimiter = TextTable.DetectDelimiter(path, encoding) };
    }

    private static (TableFormat Format, IReadOnlyList<string> Sheets) ChooseSheet(
        string path, ImportLimits limits, List<string> notices, CancellationToken cancellation)
    {
        var contents = WorkbookInspection.Inspect(path, limits.ExpandedBytes, cancellation);
        var chosen = contents.Sheets.FirstOrDefault(sheet => !sheet.IsHidden) ?? (contents.Sheets is [var only, ..] ? only : null)
            ?? throw new TableRefusedException("The workbook has no sheet with cells.");
        NoteSheet(contents, chosen, notices);
        return (new TableFormat { Kind = TableKind.Workbook, Sheet = chosen.Name }, [.. contents.Sheets.Select(sheet => sheet.Name)]);
    }

    private static void NoteSheet(WorkbookContents contents, WorkbookSheet sheet, List<string> notices)
    {
        if (sheet.UnknownFormula is { } unknown)
            throw new TableRefusedException(
                $"The formula in {unknown} of the sheet “{sheet.Name}” has no value in the file: open it in a spreadsheet program, save it and choose it again.");
        var others = contents.Sheets.Where(other => other != sheet).ToList();
        if (others.Count > 0)
            notices.Add($"Only the sheet “{sheet.Name}” is read; there {(others.Count == 1 ? "is" : "are")} also {string.Join(", ", others.Select(NameOf))}.");
        if (sheet.IsHidden)
            notices.Add($"The sheet “{sheet.Name}” is hidden in the workbook.");
        if (sheet.Formulas > 0)
            notices.Add($"{Count(sheet.Formulas, "cell has a formula", "cells have formulas")}, such as {sheet.FirstFormula}: the values that the file keeps for them are read.");
        if (sheet.Errors > 0)
            notices.Add($"{Count(sheet.Errors, "cell shows an error", "cells show errors")} in place of a value, such as {sheet.FirstError}: read as empty.");
        if (sheet.Merged is { } merged)
            notices.Add($"Merged cells, such as {merged}, have their text in the first cell only: the others are read as empty.");
        if (contents.HasMacros)
            notices.Add("The workbook has macros: they are neither run nor kept.");
        if (contents.HasLinks)
            notices.Add("The workbook refers to other files: they are not opened, and the values it keeps of them are read.");
    }

    private static string NameOf(WorkbookSheet sheet) => sheet.IsHidden ? $"“{sheet.Name}” (hidden)" : $"“{sheet.Name}”";

    private static TableFormat WithHeader(TableFormat format, List<TableRow> rows, Func<string, bool> isKnown)
    {
        var (header, first) =
            HeaderDetection.Find(format.Kind == TableKind.Text ? [.. rows.Where(row => !TextTable.IsHint(row))] : rows, isKnown);
        return format with { HeaderRow = header, FirstRow = first };
    }

    private static void NoteHeader(TableFormat format, List<TableRow> rows, List<string> notices)
    {
        var start = format.HeaderRow > 0 ? format.HeaderRow : format.FirstRow;
        if (rows.Exists(row => row.Number < start && !TextTable.IsHint(row)))
            notices.Add($"What stands before row {start} is taken for a title and left out.");
        if (format.HeaderRow == 0 && rows.Count > 0)
            notices.Add("No headings were found: say below which column holds what.");
    }

    private static TableFile Describe(
        string path, TableFormat format, IReadOnlyList<string> sheets, List<string> notices, ImportLimits limits,
        CancellationToken cancellation)
    {
        if (format.Kind == TableKind.Workbook && WorkbookTable.CountColumns(path, format.Sheet) is var wide && wide > limits.Columns)
            throw TooManyColumns(wide, limits);
        var survey = new Survey(limits, cancellation);
        var headings = TableReader.ReadHeadings(path, format);
        foreach (var row in TableReader.Read(path, format with { RepairsLetters = false }))
            survey.Add(row);
        if (survey.Rows == 0)
            throw new TableRefusedException(
                headings is null
                    ? "The file is empty: there is nothing to import."
                    : "There are headings and no rows below them: there is nothing to import.");
        var width = headings?.Count ?? survey.Width;
        if (width > limits.Columns)
            throw TooManyColumns(width, limits);
        if (survey.Stray is [var firstStray, ..])
            notices.Add(
                $"In {Count(survey.Stray.Count, "row", "rows")}, first in row {firstStray}, a quotation mark stands where none should: "
                + "look whether the cells are as you want them.");
        if (survey.Blank > 0)
            notices.Add($"{Count(survey.Blank, "empty row is", "empty rows are")} left out.");
        if (survey.Lost > 0)
            notices.Add($"{Count(survey.Lost, "cell holds", "cells hold")} “\uFFFD”: letters that were lost before the file came here.");
        var columns = Enumerable.Range(0, width).Select(index => new FileColumn(index, Heading(headings, index), survey.SamplesOf(index)))
            .ToList();
        return new TableFile(format, columns, survey.Rows, sheets, notices, survey.Repairs);
    }

    private static TableRefusedException TooManyColumns(int columns, ImportLimits limits) => new(
        $"The table has {columns.ToString("N0", CultureInfo.InvariantCulture)} columns; {limits.Columns.ToString("N0", CultureInfo.InvariantCulture)} at most can be read. Take out those that are not needed.");

    /// <summary>What a column is called: by its heading, else by its number.</summary>
    internal static string Heading(IReadOnlyList<string>? headings, int index) =>
        headings is not null && index < headings.Count && headings[index].Trim() is { Length: > 0 } heading
            ? heading
            : $"Column {index + 1}";

    private static string Count(int count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    // Counts and samples what stands in all rows.
    private sealed class Survey(ImportLimits limits, CancellationToken cancellation)
    {
        private readonly List<List<string>> _samples = [];
        private readonly List<(string, string)> _repairs = [];
        private long _characters;

        public int Rows { get; private set; }

        public int Blank { get; private set; }

        public int Width => _samples.Count;

        public int Lost { get; private set; }

        public List<int> Stray { get; } = [];

        public IReadOnlyList<(string Before, string After)> Repairs => _repairs;

        public List<string> SamplesOf(int column) => column < _samples.Count ? _samples[column] : [];

        public void Add(TableRow row)
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.IsBlank)
            {
                Blank++;
                return;
            }
            if (++Rows > limits.Rows)
                throw new TableRefusedException(
                    $"The table has more than {limits.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows: divide it into several files.");
            if (row.HasStrayQuote && row.Trouble is null)
                Stray.Add(row.Number);
            if (row.Trouble is not null)
                return;
            if (row.Cells.Count > limits.Columns)
                throw TooManyColumns(row.Cells.Count, limits);
            if ((_characters += row.Cells.Sum(cell => (long)cell.Length)) > limits.Characters)
                throw new TableRefusedException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The table has more than {limits.Characters:N0} characters: divide it into several files."));
            foreach (var (index, cell) in row.Cells.Index())
                Add(index, cell);
        }

        private void Add(int column, string cell)
        {
            while (_samples.Count <= column)
                _samples.Add([]);
            if (cell.Length == 0)
                return;
            if (_samples[column].Count < MostSamples && !string.IsNullOrWhiteSpace(cell))
                _samples[column].Add(cell);
            if (cell.Contains('\uFFFD', StringComparison.Ordinal))
                Lost++;
            if (_repairs.Count < MostRepairs && Mojibake.Repair(cell) is var repaired && repaired != cell)
                _repairs.Add((cell, repaired));
        }
    }
}

/// <summary>Reads the rows of a file.</summary>
internal static class TableReader
{
    /// <summary>
    /// The rows of the table itself, from its first one on; blank ones too. Texts are as they were meant, without what guards them in
    /// spreadsheets.
    /// </summary>
    public static IEnumerable<TableRow> Read(string path, TableFormat format)
    {
        foreach (var row in ReadAll(path, format))
            if (row.Number >= format.FirstRow && row.Number != format.HeaderRow)
                yield return format.Kind == TableKind.Json && !format.RepairsLetters
                    ? row
                    : row with { Cells = [.. row.Cells.Select(cell => Plain(cell, format))] };
    }

    /// <summary>All rows of the file as they stand there.</summary>
    public static IEnumerable<TableRow> ReadAll(string path, TableFormat format) => format.Kind switch
    {
        TableKind.Workbook => WorkbookTable.Read(path, format.Sheet),
        TableKind.Json => JsonTable.Read(path),
        _ => TextTable.Read(path, format),
    };

    /// <summary>The headings; null where there are none.</summary>
    /// <exception cref="TableRefusedException">The row for them is not there.</exception>
    public static IReadOnlyList<string>? ReadHeadings(string path, TableFormat format)
    {
        if (format.HeaderRow == 0)
            return null;
        var header = ReadAll(path, format).FirstOrDefault(row => row.Number == format.HeaderRow)
            ?? throw new TableRefusedException($"There is no row {format.HeaderRow} for headings.");
        return [.. header.Cells.Select(cell => Plain(cell, format))];
    }

    private static string Plain(string cell, TableFormat format)
    {
        var text = format.Kind == TableKind.Json ? cell : SpreadsheetText.FromCell(cell);
        return format.RepairsLetters ? Mojibake.Repair(text) : text;
    }
}
