using BpoDirectory.Components.Shared;
using BpoDirectory.Data;
using Bunit;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class SourceMarksTests : BunitContext
{
    [Fact]
    public void Read_like_a_citation_and_lead_to_the_sources()
    {
        var marks = Render<SourceMarks>(parameters => parameters.Add(c => c.Codes, ["S0", "ED"])).Find("span");

        Assert.Equal("S0, ED", marks.TextContent);
        Assert.Equal(["/about#S0", "/about#ED"], marks.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Codes_cannot_bring_markup_of_their_own()
    {
        var marks = Render<SourceMarks>(parameters => parameters.Add(c => c.Codes, ["<b>\"'"]));

        Assert.Empty(marks.FindAll("b"));
        Assert.Equal("<b>\"'", marks.Find("span").TextContent);
    }

    [Fact]
    public void Name_the_sources_where_the_page_shows_them()
    {
        SourceLink[] sources = [new("S0", "list", "The list"), new("S1", "other", "Another"), new("ED", "editors", "Editors' judgement")];

        var marks = Render<SourceMarks>(
            parameters =>
                parameters.Add(c => c.Codes, ["S0", "ED"])
                    .AddCascadingValue(nameof(SourceMarks.Opened), (IReadOnlyList<SourceLink>)sources));

        Assert.Equal(["S0: The list", "ED: Editors' judgement"], marks.FindAll("a").Select(link => link.TextContent));
    }

    [Fact]
    public void Show_nothing_without_a_source() =>
        Assert.Empty(Render<SourceMarks>(parameters => parameters.Add(c => c.Codes, [])).Markup.Trim());
}
