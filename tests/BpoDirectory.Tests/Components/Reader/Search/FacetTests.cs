using BpoDirectory.Components.Reader.Search;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;
using Bunit;

namespace BpoDirectory.Tests.Components.Reader.Search;

public sealed class FacetTests : BunitContext
{
    private static readonly FacetValue[] Offices = [new("front", "Front office", 4), new("back", "Back office", 1)];

    [Fact]
    public void A_value_leads_to_the_results_narrowed_by_it()
    {
        var link = Group(Answers.Asked("pay", 3)).FindAll("a")[0];

        Assert.Equal("/?q=pay&office=front", link.GetAttribute("href"));
        Assert.Contains("Front office", link.TextContent, StringComparison.Ordinal);
        Assert.Contains("4 departments", link.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_of_one_is_singular() =>
        Assert.EndsWith("1 department", Group(Answers.Asked()).FindAll("a")[1].TextContent.Trim(), StringComparison.Ordinal);

    [Fact]
    public void A_chosen_value_says_so_and_leads_back()
    {
        var chosen = Group(Answers.Asked("pay", 1, new FacetChoice(Facet.Office, "back"))).Find("a[aria-current=true]");

        Assert.Equal("/?q=pay", chosen.GetAttribute("href"));
        Assert.Contains("Back office", chosen.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_facet_without_values_is_not_shown() =>
        Assert.Empty(Render<FacetGroup>(parameters => parameters
            .Add(c => c.Title, "Office").Add(c => c.Facet, Facet.Office).Add(c => c.Values, [])
            .Add(c => c.Address, Answers.Asked())).Markup.Trim());

    [Fact]
    public void Of_many_values_those_that_most_have_are_listed_and_all_on_demand()
    {
        FacetValue[] sites = [.. Enumerable.Range(1, 240).Select(number => new FacetValue($"site-{number}", $"Site {number}", number))];
        var address = Answers.Asked("pay", 1, new FacetChoice(Facet.Site, "site-2"));

        var most = Sites(address);
        var all = Sites(address with { Whole = Facet.Site });

        Assert.Equal(sites.Where(site => site.Count is 2 or > 225).Select(site => site.Label), Listed(most));
        Assert.Equal(sites.Select(site => site.Label), Listed(all));
        Assert.Equal(("Show all 240 sites", "/?q=pay&site=site-2&all=site#facet-site"), Last(most));
        Assert.Equal(("Show those that most have", "/?q=pay&site=site-2#facet-site"), Last(all));
        Assert.All(all.FindAll(".values a"), link => Assert.EndsWith("&all=site", link.GetAttribute("href"), StringComparison.Ordinal));

        IRenderedComponent<FacetGroup> Sites(ResultsAddress address) => Render<FacetGroup>(parameters => parameters
            .Add(c => c.Title, "Site").Add(c => c.Facet, Facet.Site).Add(c => c.Values, sites).Add(c => c.Address, address));
        static IEnumerable<string> Listed(IRenderedComponent<FacetGroup> group) =>
            group.FindAll(".values .label").Select(label => label.TextContent);
        static (string, string?) Last(IRenderedComponent<FacetGroup> group) =>
            (group.Find("a.all").TextContent.Trim(), group.Find("a.all").GetAttribute("href"));
    }

    [Fact]
    public void The_filters_are_unfolded_where_all_values_are_asked_for()
    {
        Assert.False(Panel(Answers.Asked()).Find("details").HasAttribute("open"));
        Assert.True(Panel(Answers.Asked() with { Whole = Facet.Tag }).Find("details").HasAttribute("open"));
    }

    [Fact]
    public void The_panel_counts_the_filters_in_use() =>
        Assert.Contains(
            "Filters (2)", Panel(Answers.Asked("", 1, new(Facet.Office, "front"), new(Facet.Line, "sales"))).Find("summary").TextContent,
            StringComparison.Ordinal);

    [Fact]
    public void A_chip_removes_its_filter()
    {
        var chips = Chips(new FacetChoice(Facet.Office, "front"), new FacetChoice(Facet.Line, "sales"));

        Assert.Equal("/?line=sales", Chip(chips, "Front office").GetAttribute("href"));
        Assert.Equal("/", Chip(chips, "Remove all filters").GetAttribute("href"));
    }

    [Fact]
    public void A_chip_of_an_unknown_value_shows_the_value_itself() =>
        Assert.Equal("/", Chip(Chips(new FacetChoice(Facet.Type, "<b>")), "<b>").GetAttribute("href"));

    [Fact]
    public void A_single_filter_needs_no_way_to_remove_all() =>
        Assert.DoesNotContain("all filters", Chips(new FacetChoice(Facet.Office, "front")).Markup, StringComparison.Ordinal);

    private IRenderedComponent<FacetGroup> Group(ResultsAddress address) =>
        Render<FacetGroup>(parameters => parameters
            .Add(c => c.Title, "Office").Add(c => c.Facet, Facet.Office).Add(c => c.Values, Offices).Add(c => c.Address, address));

    private IRenderedComponent<FacetPanel> Panel(ResultsAddress address) =>
        Render<FacetPanel>(parameters => parameters.Add(c => c.Address, address).Add(c => c.Facets, SearchFacets.Empty));

    private IRenderedComponent<ChoiceChips> Chips(params FacetChoice[] choices) =>
        Render<ChoiceChips>(parameters => parameters
            .Add(c => c.Address, Answers.Asked("", 1, choices))
            .Add(c => c.Facets, new SearchFacets(new Dictionary<Facet, IReadOnlyList<FacetValue>> { [Facet.Office] = Offices })));

    private static AngleSharp.Dom.IElement Chip(IRenderedComponent<ChoiceChips> chips, string text) =>
        chips.FindAll("a").Single(link => link.TextContent.Contains(text, StringComparison.Ordinal));
}
