using System.Net;
using System.Text;
using BpoDirectory.Search.Text;
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

    /// <summary>Renders a text; what nests too deeply to be read as Markdown is shown as it was typed.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="topLevel">The level that its highest headings get, from 2 to 6; lower ones follow without a gap.</param>
    public static string Render(string markdown, int topLevel)
    {
        var text = markdown.Length <= Longest ? markdown : markdown[..Longest];
        try
        {
            var document = MarkdownParser.Parse(text);
            ArrangeHeadings(document, topLevel);
            // Both kinds of links need one of these characters.
            if (text.AsSpan().IndexOfAny('[', '<') >= 0)
                GuardLinks(document);
            return document.ToHtml(MarkdownParser.Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's only answer to nesting beyond its limit of depth.
            return $"<p class=\"plain\">{WebUtility.HtmlEncode(text)}</p>";
        }
    }

    private static void GuardLinks(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
            Guard(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            if (!link.IsEmail && !MarkdownLinks.IsSafe(link.Url))
                link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static void ArrangeHeadings(MarkdownDocument document, int topLevel)
    {
        var headings = Headings(document).ToList();
        if (headings.Count == 0)
            return;
        var ids = new HashSet<string>();
        var copies = new Dictionary<string, int>();
        var highest = headings.Select(heading => heading.Level).Min();
        var previous = topLevel - 1;
        foreach (var heading in headings)
        {
            heading.Level = previous = Math.Min(Math.Min(topLevel + heading.Level - highest, previous + 1), 6);
            var first = "text-" + Slug(heading);
            var id = first;
            while (!ids.Add(id))
                id = $"{first}-{copies[first] = copies.GetValueOrDefault(first, 1) + 1}";
            heading.GetAttributes().Id = id;
        }
    }

    // Headings stand in blocks only: what is in paragraphs need not be looked through.
    private static IEnumerable<HeadingBlock> Headings(ContainerBlock container)
    {
        foreach (var block in container)
            if (block is HeadingBlock heading)
                yield return heading;
            else if (block is ContainerBlock inner)
                foreach (var nested in Headings(inner))
                    yield return nested;
    }

    private static string Slug(HeadingBlock heading)
    {
        var slug = new StringBuilder();
        foreach (var literal in heading.Inline?.Descendants<LiteralInline>() ?? [])
            foreach (var c in literal.Content.AsSpan())
                if (char.IsAsciiLetterOrDigit(c))
                    slug.Append(char.ToLowerInvariant(c));
                else if (slug.Length > 0 && slug[^1] != '-')
                    slug.Append('-');
        return slug.ToString().TrimEnd('-');
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
