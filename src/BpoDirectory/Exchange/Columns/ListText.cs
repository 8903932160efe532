using System.Text;
using BpoDirectory.Data;

namespace BpoDirectory.Exchange.Columns;

/// <summary>
/// Lists in one cell: an item on each line, or separated by semicolons where the cell has one line. An item that would not come back
/// as it is stands in quotation marks, those in it doubled.
/// </summary>
public static class ListText
{
    private const char Quote = '"';

    /// <summary>The items as a cell says them.</summary>
    public static string Join(IEnumerable<string> items) => string.Join('\n', items.Select(Write));

    /// <summary>The items that a cell says; blank ones say nothing.</summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        var text = Rules.WithLineFeeds(cell);
        return Split(text, '\n') is { Count: > 1 } lines ? lines : Split(text, ';');
    }

    private static string Write(string item) =>
        item.Length == 0 || item[0] is Quote or '[' || item.AsSpan().IndexOfAny('\n', '\r', ';') >= 0
            || item.AsSpan().Trim().Length < item.Length
            ? $"{Quote}{item.Replace("\"", "\"\"", StringComparison.Ordinal)}{Quote}"
            : item;

    private static List<string> Split(string text, char separator)
    {
        var items = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (ReadQuoted(text, at, separator, out var next) is { } quoted)
            {
                items.Add(quoted);
            }
            else
            {
                next = text.IndexOf(separator, at) is >= 0 and var end ? end : text.Length;
                if (text.AsSpan(at, next - at).Trim() is { Length: > 0 } plain)
                    items.Add(plain.ToString());
            }
            at = next + 1;
        }
        return items;
    }

    // Quotation marks hold an item only where they hold all of it: “"Best" practice” is a text that begins with one.
    private static string? ReadQuoted(string text, int at, char separator, out int next)
    {
        next = at;
        while (at < text.Length && text[at] != separator && char.IsWhiteSpace(text[at]))
            at++;
        if (at == text.Length || text[at] != Quote)
            return null;
        var item = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != Quote)
            {
                item.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == Quote)
            {
                item.Append(text[at++]);
            }
            else
            {
                for (at++; at < text.Length && text[at] != separator; at++)
                    if (!char.IsWhiteSpace(text[at]))
                        return null;
                next = at;
                return item.ToString();
            }
        }
        return null;
    }
}
