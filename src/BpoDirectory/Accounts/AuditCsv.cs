using System.Globalization;
using BpoDirectory.Data;

namespace BpoDirectory.Accounts;

/// <summary>Audit entries as CSV (RFC 4180) that a spreadsheet opens without running anything in it.</summary>
public static class AuditCsv
{
    /// <summary>The first line.</summary>
    public const string Header = "Time (UTC),Kind,Actor,Subject,Detail\r\n";

    /// <summary>The line of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="actor">What whoever made it is called.</param>
    public static string Line(AuditEntry entry, string actor) =>
        string.Join(',',
            entry.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Cell(entry.Kind.ToLabel()),
            Cell(actor), Cell(entry.Subject), Cell(entry.Detail)) + "\r\n";

    /// <summary>A text in quotes. One that a spreadsheet would take for a formula is led by an apostrophe (OWASP, CSV Injection).</summary>
    public static string Cell(string text)
    {
        var harmless = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
