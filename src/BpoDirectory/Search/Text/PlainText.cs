using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BpoDirectory.Search.Text;

/// <summary>Markdown as plain text: the words, without marks and addresses.</summary>
public static class PlainText
{
    /// <summary>The text's paragraphs, headings and list items, each on a line of its own, without blank ones.</summary>
    public static IReadOnlyList<string> Paragraphs(string markdown) =>
        Plain(markdown).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Plain(string markdown)
    {
        try
        {
            return WithoutMarks(MarkdownParser.Parse(markdown));
        }
        catch (ArgumentException)
        {
            // Markdig's answer to nesting beyond its limit: the raw text is searched instead.
            return markdown;
        }
    }

    // As Markdown.ToPlainText does it, but a line break that only wraps a paragraph does not end it.
    private static string WithoutMarks(MarkdownDocument document)
    {
        foreach (var wrap in document.Descendants<LineBreakInline>().Where(line => !line.IsHard).ToList())
            wrap.ReplaceBy(new LiteralInline(" "));
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        MarkdownParser.Pipeline.Setup(renderer);
        renderer.Render(document);
        return text.ToString();
    }
}
