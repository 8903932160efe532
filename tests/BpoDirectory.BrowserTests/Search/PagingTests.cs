using System.Text.RegularExpressions;

namespace BpoDirectory.BrowserTests.Search;

public sealed class PagingTests(Chromium chromium, CrowdedServer server) : BrowserTest(chromium, server), IClassFixture<CrowdedServer>
{
    private const int PageSize = 24;

    private ILocator Pages => Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task Pages_lead_through_all_results_and_none_comes_twice(int width, bool hasScript)
    {
        await OpenAsync("/?q=lighthouse", Reader.Of(width) with { HasScript = hasScript });
        await Expect(Count).ToHaveTextAsync($"{CrowdedServer.Outposts} results for ‘lighthouse’");
        await Expect(Cards).ToHaveCountAsync(PageSize);
        var first = await NamesAsync();

        await Pages.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Next") }).ClickAsync();

        await Expect(Cards).ToHaveCountAsync(CrowdedServer.Outposts - PageSize);
        Assert.Equal("/?q=lighthouse&page=2", Here);
        await Expect(Pages.Locator("[aria-current=page]")).ToContainTextAsync("2");
        Assert.Distinct(first.Concat(await NamesAsync()));

        await Page.GoBackAsync();

        await Expect(Cards).ToHaveCountAsync(PageSize);
        Assert.Equal(first, await NamesAsync());
    }

    [Fact]
    public async Task A_new_question_begins_at_its_first_page()
    {
        await OpenAsync("/?q=lighthouse&page=2");

        await Question.FillAsync("payroll");

        await Expect(Count).ToHaveTextAsync("2 results for ‘payroll’");
        await Expect(Page).ToHaveURLAsync("/?q=payroll");
    }

    [Fact]
    public async Task A_renamed_department_is_still_reached_at_its_former_address()
    {
        await server.RenameAsync("outpost-40", "Harbour Office", "harbour-office");

        var response = await OpenAsync("/departments/outpost-40");

        Assert.Equal(301, (await response.Request.RedirectedFrom!.ResponseAsync())!.Status);
        Assert.Equal("/departments/harbour-office", Here);
        await Expect(Heading).ToHaveTextAsync("Harbour Office");
        await server.RenameAsync("harbour-office", "Outpost 40", "outpost-40");
    }

    private async Task<IReadOnlyList<string>> NamesAsync() =>
        await Cards.GetByRole(AriaRole.Heading, new() { Level = 3 }).AllInnerTextsAsync();
}
