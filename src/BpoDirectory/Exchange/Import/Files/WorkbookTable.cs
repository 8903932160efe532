using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace BpoDirectory.Exchange.Import.Files;

/// <summary>Reads a sheet of an Excel workbook, row by row.</summary>
internal static class WorkbookTable
{
    // Up to here numbers are written in digits: the fifteen that spreadsheets keep and show, then zeros.
    private const double MostWritten = 1e26;

    /// <summary>The rows of the sheet, blank ones too; without one of that name, there are none.</summary>
    public static IEnumerable<TableRow> Read(string path, string sheet)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = File.OpenRead(path);
        using var reader = Try(() => ExcelReaderFactory.CreateOpenXmlReader(file));
        do
        {
            if (reader.Name != sheet)
                continue;
            for (var number = 1; Try(reader.Read); number++)
                yield return new TableRow(number, Try(() => Cells(reader)));
            yield break;
        }
        while (Try(reader.NextResult));
    }

    /// <summary>How many columns the sheet has.</summary>
    public static int CountColumns(string path, string sheet)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = File.OpenRead(path);
        using var reader = Try(() => ExcelReaderFactory.CreateOpenXmlReader(file));
        do
        {
            if (reader.Name == sheet)
                return reader.FieldCount;
        }
        while (Try(reader.NextResult));
        return 0;
    }

    // At what it does not expect the reader fails with whatever exception happens to come first.
    private static T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception unexpected) when (unexpected is not IOException or EndOfStreamException)
        {
            throw WorkbookInspection.Damaged(unexpected);
        }
    }

    private static string[] Cells(IExcelDataReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var column = 0; column < cells.Length; column++)
            cells[column] = ToText(reader.GetValue(column), reader.GetNumberFormatString(column));
        return cells;
    }

    private static string ToText(object? value, string? format) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "yes" : "no",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        double number when IsPadded(number, format) => number.ToString(format, CultureInfo.InvariantCulture),
        double number when format is [.., '%'] && Math.Abs(number) < MostWritten =>
            ((decimal)number * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%",
        double number when Math.Abs(number) < MostWritten => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // Codes such as 00421 are often kept as numbers that are shown with zeros before them.
    private static bool IsPadded(double number, string? format) =>
        format is { Length: > 1 } && format.All(sign => sign == '0') && number >= 0 && Math.Floor(number) == number;
}
