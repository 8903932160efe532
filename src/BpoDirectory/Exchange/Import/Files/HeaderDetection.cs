namespace BpoDirectory.Exchange.Import.Files;

/// <summary>Finds where a table begins in its first rows, and whether it begins with headings.</summary>
internal static class HeaderDetection
{
    // A column that holds digits in so many of its cells is one of codes, numbers or dates.
    private const double MostlyDigits = 0.6;

    // Headings are short beside whole sentences.
    private const int LongCell = 25;

    /// <summary>The number of the row with the headings, 0 for none, and that of the first row of the table.</summary>
    /// <param name="rows">The first rows that are not blank.</param>
    /// <param name="isKnown">Whether a text is the heading of a field.</param>
    public static (int HeaderRow, int FirstRow) Find(IReadOnlyList<TableRow> rows, Func<string, bool> isKnown)
    {
        if (rows.Count == 0)
            return (0, 1);
        var usual = rows.GroupBy(CountFilled).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
        // What stands before the table, such as its title, fills fewer cells than its rows do.
        var first = rows.Index().FirstOrDefault(row => CountFilled(row.Item) * 2 > usual, (Index: 0, Item: rows[0])).Index;
        if (!IsHeader(rows[first], [.. rows.Skip(first + 1)], isKnown))
            return (0, rows[first].Number);
        return (rows[first].Number, first + 1 < rows.Count ? rows[first + 1].Number : rows[first].Number + 1);
    }

    private static bool IsHeader(TableRow row, List<TableRow> below, Func<string, bool> isKnown)
    {
        var filled = row.Cells.Index().Where(cell => !string.IsNullOrWhiteSpace(cell.Item)).ToList();
        if (filled.Exists(cell => isKnown(cell.Item)))
            return true;
        if (filled.Select(cell => cell.Item.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() < filled.Count || below.Count == 0)
            return false;
        return filled.Sum(cell => Vote(cell.Item.Trim(), [.. Column(below, cell.Index)])) > 0;
    }

    // For a heading, where it is unlike what stands below it; against, where it is like that.
    private static int Vote(string heading, List<string> below)
    {
        if (below.Count == 0)
            return 0;
        if (below.Contains(heading, StringComparer.OrdinalIgnoreCase))
            return -2;
        if (below.Count(HasDigit) >= below.Count * MostlyDigits)
            return HasDigit(heading) ? -2 : 2;
        return below.Average(text => text.Length) is > LongCell and var usual && heading.Length < usual / 2 ? 1 : 0;
    }

    private static IEnumerable<string> Column(IEnumerable<TableRow> rows, int index) =>
        rows.Select(row => index < row.Cells.Count ? row.Cells[index].Trim() : "").Where(text => text.Length > 0);

    private static bool HasDigit(string text) => text.Any(char.IsDigit);

    private static int CountFilled(TableRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));
}
