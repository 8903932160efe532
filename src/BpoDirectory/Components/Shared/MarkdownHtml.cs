using System.Net;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BpoDirectory.Components.Shared;

/// <summary>
/// Turns Markdown that anybody may have written into HTML that is safe to show: no HTML of the author's own, no link
/// but to web pages, mail addresses and this site, no picture from another host.
/// </summary>
public static class MarkdownHtml
{
    /// <summary>Longest text that is read, in UTF-16 code units; the rest is left out.</summary>
    public const int Longest = 20_000;

    // Core rules only: the advanced extensions let authors set attributes such as onclick.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Renders a text; what nests too deeply to be read as Markdown is shown as it was typed.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="topLevel">The level that its highest headings get, from 2 to 6; lower ones follow without a gap.</param>
    public static string Render(string markdown, int topLevel)
    {
        var text = markdown.Length <= Longest ? markdown : markdown[..Longest];
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            ArrangeHeadings(document, topLevel);
            foreach (var link in document.Descendants<LinkInline>().ToList())
                Guard(link);
            foreach (var link in document.Descendants<AutolinkInline>().ToList())
                if (!link.IsEmail && !MarkdownLinks.IsSafe(link.Url))
                    link.ReplaceBy(new LiteralInline(link.Url));
            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's only answer to nesting beyond its limit of depth.
            return $"<p class=\"plain\">{WebUtility.HtmlEncode(text)}</p>";
        }
    }

    private static void ArrangeHeadings(MarkdownDocument document, int topLevel)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        var ids = new HashSet<string>();
        var highest = headings.Select(heading => heading.Level).DefaultIfEmpty().Min();
        var previous = topLevel - 1;
        foreach (var heading in headings)
        {
            heading.Level = previous = Math.Min(Math.Min(topLevel + heading.Level - highest, previous + 1), 6);
            var id = "text-" + Slug(heading);
            for (var copy = 2; !ids.Add(id); copy++)
                id = $"text-{Slug(heading)}-{copy}";
            heading.GetAttributes().Id = id;
        }
    }

    private static string Slug(HeadingBlock heading)
    {
        var text = string.Concat(heading.Inline?.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()) ?? []);
        var words = text.ToLowerInvariant().Split([.. text.ToLowerInvariant().Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('-', words);
    }

    private static void Guard(LinkInline link)
    {
        if (!MarkdownLinks.IsSafe(link.Url))
            ReplaceByText(link);
        else if (MarkdownLinks.IsElsewhere(link.Url))
        {
            link.IsImage = false;
            link.GetAttributes().AddProperty("rel", "noopener nofollow");
        }
    }

    private static void ReplaceByText(LinkInline link)
    {
        var text = new ContainerInline();
        link.ReplaceBy(text, copyChildren: true);
    }
}
