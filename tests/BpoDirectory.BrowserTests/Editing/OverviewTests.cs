using BpoDirectory.BrowserTests.Accounts;
using BpoDirectory.Search.Meaning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Editing;

public sealed class OverviewTests(Chromium chromium, AccountServer server) : AccountTest(chromium, server), IClassFixture<AccountServer>
{
    private readonly AccountServer _server = server;

    [Fact]
    public async Task Figures_are_read_once_and_handed_to_the_page_that_comes_alive()
    {
        await EnterAsync("ada", "/account");
        await Page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await WriteAsync(async db => (await db.Departments.SingleAsync(department => department.Slug == "legal")).Archive());
            await route.ContinueAsync();
        });
        await Page.GotoAsync("/admin");
        var figures = await Page.Locator(".heading .quiet").InnerTextAsync();
        Assert.StartsWith("21 departments,", figures, StringComparison.Ordinal);

        // What the program tells a page comes only to one that is alive.
        await Expect(Page.Locator(".mud-chart svg").First).ToBeVisibleAsync();
        await TellAsync(64);

        Assert.StartsWith(figures, await Page.Locator(".heading .quiet").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_of_search_by_meaning_is_followed_until_it_is_ready()
    {
        await EnterAsync("ada", "/admin");
        await TellAsync(1200);
        await TellAsync(1264);

        _server.Services.GetRequiredService<MeaningProgress>().End();
        await Expect(Page.GetByText("Search by meaning:")).ToHaveCountAsync(0);
    }

    private async Task TellAsync(int ready)
    {
        _server.Services.GetRequiredService<MeaningProgress>().Report(ready, 3766);
        await Expect(Page.GetByText($"Search by meaning: {ready:N0} of 3,766 texts are ready")).ToBeVisibleAsync();
    }
}
