using BpoDirectory.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class HtmlTests
{
    [Fact]
    public void Text_cannot_bring_markup_of_its_own() =>
        Assert.Equal(
            """<a href="&quot;&gt;&lt;b&gt;&#x27;">&lt;script&gt;&amp;</a>""",
            Html.Of(("\"><b>'", "<script>&"), (html, text) => html.Add($"""<a href="{text.Item1}">{text.Item2}</a>""")).Value);

    [Fact]
    public void Markup_stays_as_it_is() =>
        Assert.Equal("<p><b></p>", Html.Of(new MarkupString("<b>"), (html, markup) => html.Add($"<p>{markup}</p>")).Value);

    [Fact]
    public void No_markup_adds_nothing() =>
        Assert.Equal("<p></p>", Html.Of(default(MarkupString), (html, markup) => html.Add($"<p>{markup}</p>")).Value);

    [Fact]
    public void Each_item_follows_the_one_before()
    {
        var items = Enumerable.Range(0, 5000).Select(number => $"{number}").ToList();

        Assert.Equal(string.Concat(items.Select(item => $"<li>{item}</li>")), Html.Each(items, (html, item) => html.Add($"<li>{item}</li>")).Value);
    }
}
