using Markdig;
using Markdig.Syntax;

namespace BpoDirectory.Search.Text;

/// <summary>Reads Markdown for pages and for the search index: core rules only, and HTML is text.</summary>
public static class MarkdownParser
{
    /// <summary>What documents are read and rendered with. The advanced extensions would let authors set attributes such as onclick.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The text as a document.</summary>
    /// <exception cref="ArgumentException">It nests deeper than the parser goes; rendering can find that too.</exception>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);
}
