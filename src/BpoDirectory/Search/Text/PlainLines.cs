using System.Buffers;

namespace BpoDirectory.Search.Text;

/// <summary>
/// Reads the simplest Markdown by itself: paragraphs, headings and flat lists without marks within a line. Most texts are
/// like that, and a whole parser takes several times as long for them.
/// </summary>
internal static class PlainLines
{
    private const int DeepestHeading = 6;

    // Whatever means something wherever it stands, and blanks that are easily mistaken for the usual one.
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`*_[]<&\t\r\0");

    // Whatever begins something else than a paragraph; a heading and a list item are looked at more closely.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("#-+=~>0123456789");

    /// <summary>The paragraphs, headings and list items of a text (CommonMark 0.31); null when it takes a parser to tell.</summary>
    public static List<string>? TryRead(string markdown)
    {
        if (markdown.AsSpan().ContainsAny(Marks))
            return null;
        var paragraphs = new List<string>();
        var isOpen = false;
        foreach (var range in markdown.AsSpan().Split('\n'))
        {
            var line = markdown.AsSpan(range);
            if (line.IsEmpty)
            {
                isOpen = false;
                continue;
            }
            if (char.IsWhiteSpace(line[0]) || char.IsWhiteSpace(line[^1]))
                return null;
            if (line.StartsWith("- ") && IsText(line[2..]))
            {
                paragraphs.Add(line[2..].ToString());
                isOpen = true;
            }
            else if (Heading(line) is { IsEmpty: false } heading)
            {
                paragraphs.Add(heading.ToString());
                isOpen = false;
            }
            else if (!IsText(line))
            {
                return null;
            }
            else if (isOpen)
            {
                paragraphs[^1] = $"{paragraphs[^1]} {line}";
            }
            else
            {
                paragraphs.Add(line.ToString());
                isOpen = true;
            }
        }
        return paragraphs;
    }

    private static ReadOnlySpan<char> Heading(ReadOnlySpan<char> line)
    {
        var depth = line.IndexOfAnyExcept('#');
        return depth is > 0 and <= DeepestHeading && line[depth] == ' ' && IsText(line[(depth + 1)..]) && !line[depth..].Contains('#') ? line[(depth + 1)..] : [];
    }

    private static bool IsText(ReadOnlySpan<char> line) => !line.IsEmpty && !char.IsWhiteSpace(line[0]) && !Beginnings.Contains(line[0]);
}
