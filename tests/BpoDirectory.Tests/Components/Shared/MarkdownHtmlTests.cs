using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BpoDirectory.Components.Shared;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class MarkdownHtmlTests
{
    [Fact]
    public void Paragraphs_lists_and_emphasis_become_html()
    {
        var body = Parse("Work that is **done**:\n\n- billing\n- *payroll*");

        Assert.Equal("done", body.QuerySelector("p strong")!.TextContent);
        Assert.Equal(["billing", "payroll"], body.QuerySelectorAll("ul > li").Select(item => item.TextContent));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<svg onload=alert(1)>\n\ntext")]
    [InlineData("<!-- comment --> <a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("```\n<script>alert(1)</script>\n```")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("text {onclick=alert(1)}")]
    [InlineData("# heading {#id onclick=alert(1) .class}")]
    [InlineData("[x](/a \"\\\" onclick=\\\"alert(1)\")")]
    [InlineData("![\" onerror=\"alert(1)](/a.png)")]
    public void Html_of_the_author_is_text(string markdown)
    {
        var body = Parse(markdown);

        Assert.Empty(body.QuerySelectorAll("script, iframe, svg, style, object, embed, form, input"));
        Assert.All(body.QuerySelectorAll("*"),
            element => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.Empty(body.QuerySelectorAll("[style], .class"));
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JAVASCRIPT:alert(1))")]
    [InlineData("[x](javascript&#58;alert(1))")]
    [InlineData("[x](&#x6A;avascript:alert(1))")]
    [InlineData("[x](java&Tab;script:alert(1))")]
    [InlineData("[x](java&NewLine;script:alert(1))")]
    [InlineData("[x](&#1;javascript:alert(1))")]
    [InlineData("[x](<javascript:alert(1)>)")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](\\\\\\\\evil.example)")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](data:image/svg+xml,<svg/>)")]
    [InlineData("[![x](javascript:alert(1))](vbscript:1)")]
    public void A_link_or_picture_with_a_dangerous_address_leaves_its_text_only(string markdown)
    {
        var body = Parse(markdown);

        Assert.Empty(body.QuerySelectorAll("a, img"));
        Assert.Equal("x", body.TextContent.Trim());
    }

    [Theory]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<vbscript:msgbox>")]
    [InlineData("<file:///etc/passwd>")]
    [InlineData("<data:text/html,hello>")]
    public void A_bare_link_with_a_dangerous_address_is_text(string markdown)
    {
        var body = Parse(markdown);

        Assert.Empty(body.QuerySelectorAll("a"));
        Assert.Equal(markdown.Trim('<', '>'), body.TextContent.Trim());
    }

    [Fact]
    public void The_markup_inside_an_undone_link_stays() =>
        Assert.Equal("very", Parse("[a **very** bad link](javascript:x)").QuerySelector("strong")!.TextContent);

    [Theory]
    [InlineData("[Sales](/departments/sales)", "/departments/sales")]
    [InlineData("[mail](mailto:a@example.org)", "mailto:a@example.org")]
    [InlineData("<https://example.org/>", "https://example.org/")]
    [InlineData("<a@example.org>", "mailto:a@example.org")]
    public void A_harmless_link_stays(string markdown, string address) =>
        Assert.Equal(address, Parse(markdown).QuerySelector("a")!.GetAttribute("href"));

    [Fact]
    public void A_link_to_another_site_gives_nothing_away() =>
        Assert.Equal("noopener nofollow", Parse("[x](https://example.org)").QuerySelector("a")!.GetAttribute("rel"));

    [Fact]
    public void A_picture_of_this_site_is_shown() =>
        Assert.Equal("/a.png", Parse("![x](/a.png)").QuerySelector("img")!.GetAttribute("src"));

    [Fact]
    public void A_picture_of_another_host_becomes_a_link()
    {
        var body = Parse("![x](https://example.org/a.png)");

        Assert.Empty(body.QuerySelectorAll("img"));
        Assert.Equal("x", body.QuerySelector("a[href='https://example.org/a.png']")!.TextContent);
    }

    [Fact]
    public void Headings_begin_at_the_level_asked_for_and_leave_no_gap() =>
        Assert.Equal(["H3", "H4", "H5", "H3"], Headings("## A\n\n#### B\n\n###### C\n\n## D", topLevel: 3));

    [Fact]
    public void Headings_never_go_deeper_than_html_knows() =>
        Assert.Equal(["H5", "H6", "H6", "H6"], Headings("# A\n\n## B\n\n### C\n\n#### D", topLevel: 5));

    [Fact]
    public void A_text_that_begins_with_a_lower_heading_still_begins_at_the_top() =>
        Assert.Equal(["H2", "H2"], Headings("### A\n\n# B", topLevel: 2));

    [Fact]
    public void Headings_can_be_linked_to_each_by_its_own_name()
    {
        var ids = Parse("## Where it ends\n\n## Where *it* ends!\n\n## …").QuerySelectorAll("h3").Select(heading => heading.Id);

        Assert.Equal(["text-where-it-ends", "text-where-it-ends-2", "text-"], ids);
    }

    [Fact]
    public void Nesting_without_end_is_shown_as_it_was_typed()
    {
        var markdown = string.Concat(Enumerable.Repeat("> ", 5_000)) + "<b>deep</b>";

        var body = Parse(markdown);

        Assert.Equal("plain", body.QuerySelector("p")!.ClassName);
        Assert.Empty(body.QuerySelectorAll("b, blockquote"));
    }

    [Theory]
    [InlineData("# a\n")]
    [InlineData("# a\n\n# a-2\n\n")]
    [InlineData("# €\n")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("[]")]
    [InlineData("[a")]
    [InlineData("[a](")]
    [InlineData("[a]: b\n\n")]
    [InlineData("[a][b] ")]
    [InlineData("(![](")]
    [InlineData("*a **b ")]
    [InlineData("*a_b")]
    [InlineData("**")]
    [InlineData("_a")]
    [InlineData("a**b")]
    [InlineData("`")]
    [InlineData("a`b``")]
    [InlineData("- ")]
    [InlineData("- a\n")]
    [InlineData("1. a\n")]
    [InlineData("> ")]
    [InlineData("> a\n")]
    [InlineData("  - a\n")]
    [InlineData("<a")]
    [InlineData("<a@b")]
    [InlineData("<http://a ")]
    [InlineData("&amp;")]
    [InlineData("&#")]
    [InlineData("\\")]
    [InlineData("a  \n")]
    [InlineData("~~~\n")]
    [InlineData("\t")]
    [InlineData("===\n")]
    public void Hostile_repetition_ends_in_time(string part)
    {
        var markdown = string.Concat(Enumerable.Repeat(part, MarkdownHtml.Longest))[..MarkdownHtml.Longest];

        TimeBound.AssertKept(() => MarkdownHtml.Render(markdown, 3));
        TimeBound.AssertKept(() => PlainText.Paragraphs(markdown));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("![", "](a)")]
    [InlineData("[", "](a)")]
    [InlineData("*", "*")]
    [InlineData("**a ", "**")]
    [InlineData("[", "][a]")]
    [InlineData("(", ")")]
    [InlineData("> ", "")]
    [InlineData("- ", "")]
    [InlineData("1. ", "")]
    [InlineData("1)\t", "")]
    [InlineData("> - + ", "a")]
    public void Hostile_nesting_ends_in_time(string open, string close)
    {
        var depth = MarkdownHtml.Longest / (open.Length + close.Length);
        var markdown = string.Concat(Enumerable.Repeat(open, depth)) + string.Concat(Enumerable.Repeat(close, depth));

        TimeBound.AssertKept(() => MarkdownHtml.Render(markdown, 3));
        TimeBound.AssertKept(() => PlainText.Paragraphs(markdown));
    }

    [Fact]
    public void What_exceeds_the_length_is_left_out() =>
        Assert.Equal(MarkdownHtml.Longest, Parse(new string('a', MarkdownHtml.Longest) + "b").TextContent.Trim().Length);

    private static IElement Parse(string markdown) =>
        new HtmlParser().ParseDocument(MarkdownHtml.Render(markdown, 3)).Body!;

    private static IEnumerable<string> Headings(string markdown, int topLevel) =>
        new HtmlParser().ParseDocument(MarkdownHtml.Render(markdown, topLevel)).QuerySelectorAll("h1, h2, h3, h4, h5, h6")
            .Select(heading => heading.TagName);
}
