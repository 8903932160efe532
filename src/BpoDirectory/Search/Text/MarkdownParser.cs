using Markdig;
using Markdig.Syntax;

namespace BpoDirectory.Search.Text;

/// <summary>Reads Markdown for pages and for the search index: core rules only, and HTML is text.</summary>
public static class MarkdownParser
{
    /// <summary>
    /// What documents are read and rendered with. The advanced extensions would let authors set attributes such as onclick.
    /// </summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder().DisableHtml().Build();

    // More than anybody writes. The time that the parser takes grows with the square of each.
    private const int DeepestNesting = 50;
    private const int MostEmphasisMarks = 2_000;

    /// <summary>The text as a document.</summary>
    /// <exception cref="ArgumentException">It nests deeper than the parser goes; rendering can find that too.</exception>
    public static MarkdownDocument Parse(string markdown) =>
        IsTooDeep(markdown)
            ? throw new ArgumentException("The text nests too deep.", nameof(markdown))
            : Markdown.Parse(markdown, Pipeline);

    // Brackets and emphasis reach no further than their paragraph, quotation marks and lists within lists no further than their line.
    private static bool IsTooDeep(string markdown)
    {
        var (brackets, parentheses, marks, quotes, lists) = (0, 0, 0, 0, 0);
        var (isLineBlank, isBeforeText) = (true, true);
        var previous = '\n';
        foreach (var letter in markdown)
        {
            switch (letter)
            {
                case '\n':
                    (brackets, parentheses, marks) = isLineBlank ? (0, 0, 0) : (brackets, parentheses, marks);
                    (quotes, lists, isLineBlank, isBeforeText) = (0, 0, true, true);
                    break;
                case '[' or ']':
                    brackets = Math.Max(0, brackets + (letter == '[' ? 1 : -1));
                    break;
                case '(' or ')':
                    parentheses = Math.Max(0, parentheses + (letter == '(' ? 1 : -1));
                    break;
                case '*' or '_':
                    marks++;
                    break;
                case '>':
                    quotes++;
                    break;
                case ' ' or '\t' when isBeforeText && previous is '-' or '+' or '*' or '.' or ')':
                    lists++;
                    break;
            }
            isLineBlank &= char.IsWhiteSpace(letter);
            isBeforeText &= char.IsWhiteSpace(letter) || char.IsAsciiDigit(letter) || letter is '>' or '-' or '+' or '*' or '.' or ')';
            previous = letter;
            if (Math.Max(Math.Max(brackets, parentheses), Math.Max(quotes, lists)) > DeepestNesting || marks > MostEmphasisMarks)
                return true;
        }
        return false;
    }
}
