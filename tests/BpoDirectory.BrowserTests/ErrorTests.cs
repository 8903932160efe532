namespace BpoDirectory.BrowserTests;

/// <summary>Every wrong turn has a way on.</summary>
public sealed class ErrorTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    [Theory]
    [InlineData("zero")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public async Task A_nonsense_page_number_is_refused_with_a_way_to_the_first_page(string page)
    {
        await OpenAsync($"/?q=legal&page={page}", status: 400);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "That is not a page number" })).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "Show it" }).ClickAsync();

        await Expect(Count).ToContainTextAsync("for ‘legal’");
        Assert.Equal("/?q=legal", Here);
    }

    [Fact]
    public async Task A_page_past_the_end_leads_to_the_last_one()
    {
        await OpenAsync("/?q=legal&page=99", status: 404);

        await Page.GetByRole(AriaRole.Link, new() { Name = "Show it" }).ClickAsync();

        await Expect(Count).ToContainTextAsync("for ‘legal’");
    }

    [Theory]
    [InlineData("/no/such/page", true)]
    [InlineData("/no/such/page", false)]
    [InlineData("/departments/nobody", true)]
    [InlineData("/departments/nobody", false)]
    [InlineData("/guide/nothing", true)]
    public async Task An_unknown_address_offers_a_search_that_works(string address, bool hasScript)
    {
        await OpenAsync(address, Reader.AtADesk with { HasScript = hasScript }, status: 404);
        await Expect(Heading).ToHaveTextAsync("There is no page at this address");

        await Question.FillAsync("payroll");
        await Question.PressAsync("Enter");

        await Expect(Count).ToHaveTextAsync("2 results for ‘payroll’");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Skipping_and_changing_colours_stay_at_the_unknown_address(bool hasScript)
    {
        await OpenAsync("/no/such%20page?a=b", Reader.AtADesk with { HasScript = hasScript }, status: 404);

        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Dark colours" }).ClickAsync();

        await Expect(Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.StartsWith("/no/such%20page?a=b", Here, StringComparison.Ordinal);
    }
}
