using System.Text.RegularExpressions;

namespace BpoDirectory.BrowserTests.Search;

/// <summary>Narrowing, ordering and looking at results; every step is a link, so all of it works without script.</summary>
public sealed class ResultsTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    private ILocator Chips => Page.GetByRole(AriaRole.List, new() { Name = "Filters in use" });

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task A_facet_narrows_to_as_many_as_it_says_and_its_chip_takes_that_back(int width, bool hasScript)
    {
        await OpenAsync("/?q=customer", Reader.Of(width) with { HasScript = hasScript });
        var unnarrowed = await Count.InnerTextAsync();
        if (width < 1280)
            await Page.Locator("summary", new() { HasText = "Filters" }).ClickAsync();
        var back = Page.GetByRole(AriaRole.Group, new() { Name = "Office" })
            .GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Back office") });
        var promised = Regex.Match(await back.InnerTextAsync(), @"\d+").Value;

        await back.ClickAsync();

        await Expect(Count).ToHaveTextAsync($"{promised} results for ‘customer’");
        Assert.Equal("/?q=customer&office=back", Here);
        await Expect(Cards).ToHaveCountAsync(int.Parse(promised, System.Globalization.CultureInfo.InvariantCulture));

        await Chips.GetByRole(AriaRole.Link, new() { Name = "Remove the filter Back office" }).ClickAsync();

        await Expect(Count).ToHaveTextAsync(unnarrowed);
        await Expect(Chips).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Several_filters_are_removed_together()
    {
        await OpenAsync("/departments?office=back&line=human-resources");
        await Expect(Chips.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);

        await Page.GetByRole(AriaRole.Link, new() { Name = "Remove all filters" }).ClickAsync();

        await Expect(Page).ToHaveURLAsync("/departments");
        await Expect(Count).ToHaveTextAsync("21 departments");
    }

    [Fact]
    public async Task Filters_that_nothing_fits_say_so_and_can_be_left()
    {
        await OpenAsync("/?q=payroll&office=front");
        await Expect(Count).ToContainTextAsync("No results");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Search without filters" }).ClickAsync();

        await Expect(Count).ToHaveTextAsync("2 results for ‘payroll’");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Results_are_shown_as_cards_or_as_a_table_with_the_same_departments(bool hasScript)
    {
        await OpenAsync("/?q=contract", Reader.AtADesk with { HasScript = hasScript });
        var cards = await Cards.GetByRole(AriaRole.Heading, new() { Level = 3 }).AllInnerTextsAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "Table" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        Assert.Equal(cards, await Page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).AllInnerTextsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Results_can_be_put_in_the_order_of_names(bool hasScript)
    {
        await OpenAsync("/?q=customer", Reader.AtADesk with { HasScript = hasScript });

        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Order" }).GetByRole(AriaRole.Link, new() { Name = "Name" }).ClickAsync();

        await Expect(Page).ToHaveURLAsync("/?q=customer&sort=name");
        await Expect(Page.Locator("nav[aria-label=Order] [aria-current]")).ToHaveTextAsync("Name");
        var names = await Cards.GetByRole(AriaRole.Heading, new() { Level = 3 }).AllInnerTextsAsync();
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task The_table_is_sorted_by_its_columns_and_turned_round_by_the_same(int width, bool hasScript)
    {
        await OpenAsync("/departments?view=table", Reader.Of(width) with { HasScript = hasScript });
        var column = Page.Locator("thead").GetByRole(AriaRole.Link, new() { Name = "Functions" });
        var header = Page.Locator("thead th").Filter(new() { HasText = "Functions" });

        await column.ClickAsync();
        await Expect(Page).ToHaveURLAsync("/departments?sort=functions&view=table");
        await Expect(header).ToHaveAttributeAsync("aria-sort", "descending");
        var counts = await CountsAsync();
        Assert.Equal(counts.OrderDescending(), counts);

        await column.ClickAsync();
        await Expect(Page).ToHaveURLAsync("/departments?sort=functions&reverse=1&view=table");
        await Expect(header).ToHaveAttributeAsync("aria-sort", "ascending");
        Assert.Equal(counts.Order(), await CountsAsync());

        async Task<List<int>> CountsAsync() =>
            [.. (await Page.Locator("td.count").AllInnerTextsAsync())
                .Select(text => int.Parse(Regex.Match(text, @"\d+").Value, System.Globalization.CultureInfo.InvariantCulture))];
    }

    [Fact]
    public async Task On_a_phone_each_row_of_the_table_is_a_card_with_all_its_columns_in_view()
    {
        await OpenAsync("/departments?view=table", Reader.OnAPhone);
        var row = Page.Locator("tbody tr").Filter(new() { HasText = "Call Center" }).First;

        foreach (var text in new[] { "Call Center", "Front office", "Handles telephone calls", "17", "Customer Service" })
            await Expect(row.GetByText(text, new() { Exact = false }).First).ToBeVisibleAsync();
        Assert.All(
            await row.Locator("th, td")
                .EvaluateAllAsync<int[]>("cells => cells.map(cell => Math.round(cell.getBoundingClientRect().right))"),
            right => Assert.InRange(right, 0, 390));
        Nothing.In(await Page.EvaluateAsync<string[]>(Scripts.Overflowing));
    }

    [Fact]
    public async Task At_a_desk_the_table_shows_every_column()
    {
        await OpenAsync("/departments?view=table");

        Assert.True(await Page.Locator("[aria-label='Table of departments']")
            .EvaluateAsync<bool>("table => table.scrollWidth <= table.clientWidth"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_address_alone_restores_the_whole_page(bool hasScript)
    {
        await OpenAsync("/?q=legal&office=back&sort=name&view=table", Reader.AtADesk with { HasScript = hasScript });

        await Expect(Question).ToHaveValueAsync("legal");
        await Expect(Chips).ToContainTextAsync("Back office");
        await Expect(Page.Locator("nav[aria-label=Order] [aria-current]")).ToHaveTextAsync("Name");
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Expect(Count).ToContainTextAsync("for ‘legal’");
    }
}
