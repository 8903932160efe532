using System.Globalization;

namespace BpoDirectory.Benchmarks.Reporting;

/// <summary>A column of a table: its key in the JSON report, its heading, and the format of its numbers.</summary>
internal sealed record Column(string Key, string Heading, string Format = "N0");

/// <summary>Figures in rows: aligned for readers, unrounded in the JSON report.</summary>
internal sealed class Table(string title, params IReadOnlyList<Column> columns)
{
    private readonly List<object?[]> _rows = [];

    public string Title => title;

    public IReadOnlyList<Column> Columns => columns;

    /// <summary>One value for each column: a text, a number, or null where there is none.</summary>
    public IReadOnlyList<object?[]> Rows => _rows;

    public void Add(params object?[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, columns.Count);
        _rows.Add(values);
    }

    public void Print(TextWriter to)
    {
        List<string[]> lines =
            [[.. columns.Select(c => c.Heading)],
                .. _rows.Select(row => row.Select((value, i) => Shown(value, columns[i].Format)).ToArray())];
        var widths = columns.Select((_, i) => lines.Max(line => line[i].Length)).ToArray();
        to.WriteLine();
        to.WriteLine(title);
        foreach (var line in lines)
            to.WriteLine(
                string.Join("  ", line.Select((cell, i) => IsText(i) ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
    }

    private bool IsText(int column) => _rows.TrueForAll(row => row[column] is string or null);

    private static string Shown(object? value, string format) => value switch
    {
        null => "-",
        double.NaN => "-",
        IFormattable number => number.ToString(format, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
