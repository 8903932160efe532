using Markdig;

namespace BpoDirectory.Search;

/// <summary>Markdown as a reader hears it: the words, without marks and addresses.</summary>
public static class PlainText
{

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The text's paragraphs, headings and list items, each on a line of its own, without blank ones.</summary>
    public static IEnumerable<string> Paragraphs(string markdown) =>
        Plain(markdown).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Plain(string markdown)
    {
        try
        {
            return Markdown.ToPlainText(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to nesting beyond its limit: the raw text is searched instead.
            return markdown;
        }
    }
}
