using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;

namespace BpoDirectory.Tests.Search.Facets;

public sealed class FacetTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    public static TheoryData<string?, int> Requests
    {
        get
        {
            var requests = new TheoryData<string?, int>();
            foreach (var question in new[] { null, "payroll", "data", "support", "outsourcing", "customer", "qwrtplkj" })
                for (var selection = 0; selection < Selections.Length; selection++)
                    requests.Add(question, selection);
            return requests;
        }
    }

    private static readonly SearchRequest[] Selections =
    [
        new(),
        new() { Offices = [Office.Back] },
        new() { Offices = [Office.Front, Office.Both] },
        new() { Sides = [Side.Provider] },
        new() { Sides = [Side.Client], Offices = [Office.None] },
        new() { ServiceLines = ["sales-and-marketing", "it-services"] },
        new() { OutsourcingTypes = ["kpo"], Offices = [Office.Back] },
        new() { ServiceLines = ["human-resources"], OutsourcingTypes = ["rpo"], Sides = [Side.Provider] },
        new() { ServiceLines = ["no-such-line"] },
        new() { OutsourcingTypes = ["no-such-type"] },
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Count_of_every_value_is_what_selecting_it_alone_leaves(string? question, int selection)
    {
        var request = Selections[selection] with { Text = question, PageSize = SearchRequest.LargestPage };
        var facets = database.Search.Search(request).Facets;

        foreach (var value in facets[Facet.Office])
            AssertLeaves(value, request with { Offices = [Enum.Parse<Office>(value.Value, ignoreCase: true)] });
        foreach (var value in facets[Facet.Side])
            AssertLeaves(value, request with { Sides = [Enum.Parse<Side>(value.Value, ignoreCase: true)] });
        foreach (var value in facets[Facet.Line])
            AssertLeaves(value, request with { ServiceLines = [value.Value] });
        foreach (var value in facets[Facet.Type])
            AssertLeaves(value, request with { OutsourcingTypes = [value.Value] });
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Values_are_those_that_occur_or_are_selected(string? question, int selection)
    {
        var request = Selections[selection] with { Text = question };
        var facets = database.Search.Search(request).Facets;

        foreach (var office in Enum.GetValues<Office>())
            AssertShown(facets[Facet.Office], office, request with { Offices = [office] }, request.Offices.Contains(office));
        foreach (var side in Enum.GetValues<Side>())
            AssertShown(facets[Facet.Side], side, request with { Sides = [side] }, request.Sides.Contains(side));
        Assert.Superset(
            request.ServiceLines.Where(line => line != "no-such-line").ToHashSet(),
            facets[Facet.Line].Select(line => line.Value).ToHashSet());
        Assert.DoesNotContain(facets[Facet.Line], line => line.Value == "no-such-line");
        Assert.DoesNotContain(facets[Facet.Line], line => line.Count == 0 && !request.ServiceLines.Contains(line.Value));
        Assert.DoesNotContain(facets[Facet.Type], type => type.Count == 0 && !request.OutsourcingTypes.Contains(type.Value));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Everything_found_passes_every_filter(string? question, int selection)
    {
        var request = Selections[selection] with { Text = question, PageSize = SearchRequest.LargestPage };

        var answer = database.Search.Search(request);

        Assert.Equal(answer.Total, answer.Items.Count);
        Assert.All(answer.Items, item =>
        {
            Assert.True(request.Offices.Count == 0 || request.Offices.Contains(item.Office));
            Assert.True(request.Sides.Count == 0 || request.Sides.Contains(item.Side));
            Assert.True(request.ServiceLines.Count == 0 || item.ServiceLines.Any(line => request.ServiceLines.Contains(line.Slug)));
            Assert.True(request.OutsourcingTypes.Count == 0
                || item.OutsourcingTypes.Any(type => request.OutsourcingTypes.Contains(type.Slug)));
        });
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Filters_only_take_away_and_keep_the_order(string? question, int selection)
    {
        var all = database.Ask(question).Items.Select(item => item.Slug).ToList();

        var kept = database.Search.Search(Selections[selection] with { Text = question,
            PageSize = SearchRequest.LargestPage }).Items.Select(item => item.Slug).ToList();

        Assert.Equal(all.Where(kept.Contains), kept);
    }

    [Fact]
    public void Values_of_one_facet_are_alternatives()
    {
        var front = Total(new SearchRequest { Offices = [Office.Front] });
        var both = Total(new SearchRequest { Offices = [Office.Both] });

        Assert.Equal((4, 1, 5), (front, both, Total(new SearchRequest { Offices = [Office.Front, Office.Both] })));
        Assert.Equal(21, Total(new SearchRequest { Offices = [.. Enum.GetValues<Office>()] }));
    }

    [Fact]
    public void Facets_come_in_their_order_with_labels_for_readers()
    {
        var facets = database.Ask(null).Facets;

        Assert.Equal(
            [("front", "Front office", 4), ("back", "Back office", 15), ("both", "Front and back office", 1),
                ("none", "Not applicable", 1)],
            facets[Facet.Office].Select(value => (value.Value, value.Label, value.Count)));
        Assert.Equal([("provider", 20), ("client", 1)], facets[Facet.Side].Select(value => (value.Value, value.Count)));
        Assert.Equal(
            Catalog.BuiltInCatalog.Files.ServiceLines.Select(line => (line.Slug, line.Name)),
            facets[Facet.Line].Select(value => (value.Value, value.Label)));
        Assert.Equal(["epo", "ito", "kpo", "lpo", "rpo"], facets[Facet.Type].Select(value => value.Value));
        Assert.StartsWith("EPO Engineering", facets[Facet.Type][0].Label, StringComparison.Ordinal);
    }

    [Fact]
    public void Facets_do_not_depend_on_the_page()
    {
        var request = new SearchRequest { Text = "data", PageSize = 2 };
        var first = database.Search.Search(request);

        for (var page = 2; page <= 4; page++)
        {
            var other = database.Search.Search(request with { Page = page });
            Assert.Equal(first.Total, other.Total);
            Assert.Equal(first.Facets[Facet.Office], other.Facets[Facet.Office]);
            Assert.Equal(first.Facets[Facet.Line], other.Facets[Facet.Line]);
        }
    }

    private void AssertLeaves(FacetValue value, SearchRequest request)
    {
        var answer = database.Search.Search(request);
        Assert.Equal(value.Count, answer.Total);
        Assert.Equal(value.Count, answer.Items.Count);
    }

    private void AssertShown<T>(IReadOnlyList<FacetValue> values, T value, SearchRequest alone, bool isSelected) where T : struct, Enum =>
        Assert.Equal(
            isSelected || Total(alone) > 0, values.Any(shown => shown.Value.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase)));

    private int Total(SearchRequest request) => database.Search.Search(request).Total;
}
