using Markdig;
using Markdig.Syntax;

namespace BpoDirectory.Search.Text;

/// <summary>Reads Markdown for pages and for the search index: core rules only, and HTML is text.</summary>
public static class MarkdownParser
{
    /// <summary>What documents are read and rendered with. The advanced extensions would let authors set attributes such as onclick.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder().DisableHtml().Build();

    // Deeper than anybody writes. The time that the parser takes grows with the square of it.
    private const int DeepestBrackets = 50;

    /// <summary>The text as a document.</summary>
    /// <exception cref="ArgumentException">It nests deeper than the parser goes; rendering can find that too.</exception>
    public static MarkdownDocument Parse(string markdown) =>
        HasDeepBrackets(markdown) ? throw new ArgumentException("Brackets stand too deep within each other.", nameof(markdown)) : Markdown.Parse(markdown, Pipeline);

    // Brackets reach no further than their paragraph.
    private static bool HasDeepBrackets(string markdown)
    {
        var depth = 0;
        var isLineBlank = true;
        foreach (var letter in markdown)
        {
            if (letter == '\n')
            {
                depth = isLineBlank ? 0 : depth;
                isLineBlank = true;
                continue;
            }
            isLineBlank &= char.IsWhiteSpace(letter);
            depth = letter switch { '[' => depth + 1, ']' => Math.Max(0, depth - 1), _ => depth };
            if (depth > DeepestBrackets)
                return true;
        }
        return false;
    }
}
