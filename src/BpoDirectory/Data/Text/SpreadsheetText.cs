namespace BpoDirectory.Data.Text;

/// <summary>
/// Texts in cells of spreadsheets (CSV and XLSX). What a spreadsheet could take for a formula is led by an apostrophe (OWASP, CSV
/// Injection) and comes back without it: <see cref="FromCell"/> undoes <see cref="ToCell"/> for every text.
/// </summary>
public static class SpreadsheetText
{
    private const char Guard = '\'';

    /// <summary>The text as it stands in a cell.</summary>
    public static string ToCell(string text) => IsDangerous(text) ? Guard + text : text;

    /// <summary>The text of a cell, whether this program wrote it or not: only an apostrophe that guards is taken away.</summary>
    public static string FromCell(string cell) => cell is [Guard, ..] && IsDangerous(cell) ? cell[1..] : cell;

    // Also behind apostrophes, so that a text that has one itself keeps it.
    private static bool IsDangerous(string text) =>
        text.AsSpan().TrimStart(Guard) is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
