using System.Text.RegularExpressions;
using BpoDirectory.BrowserTests.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Search.Meaning;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Editing;

public sealed class OverviewTests(Chromium chromium, AccountServer server) : AccountTest(chromium, server), IClassFixture<AccountServer>
{
    private const string ChartIsUnscaled = """
        () => {
          const chart = document.querySelector('.trend svg');
          return Math.abs(chart.viewBox.baseVal.width - chart.getBoundingClientRect().width) < 1;
        }
        """;

    private readonly AccountServer _server = server;

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Link_pressed_before_the_page_comes_alive_and_released_after_is_followed(int width)
    {
        await EnterAsync("ada", "/account");
        await Page.SetViewportSizeAsync(width, 800);
        var alive = new TaskCompletionSource();
        await Page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await alive.Task;
            await route.ContinueAsync();
        });
        await Page.GotoAsync("/admin");
        var link = Page.GetByRole(AriaRole.Link, new() { Name = "All functions" });
        await link.HoverAsync();
        await Page.Mouse.DownAsync();

        // What the program tells a page comes only to one that is alive.
        var box = await link.BoundingBoxAsync();
        alive.SetResult();
        await TellAsync(64);
        Assert.Equivalent(box, await link.BoundingBoxAsync());
        await Page.Mouse.UpAsync();

        await Expect(Page).ToHaveURLAsync(new Regex("/admin/functions$"));
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

    [Fact]
    public async Task Searches_without_an_answer_are_drawn_at_the_width_there_is()
    {
        await EnterAsync("ada", "/account");
        await WriteAsync(db =>
        {
            var wording = new SearchWording { Key = "zebra stripes", Text = "zebra stripes" };
            wording.Counts.Add(
                new SearchCount { WordingKey = wording.Key, Day = DateOnly.FromDateTime(DateTime.UtcNow), Count = 3, Unanswered = 3 });
            db.SearchWordings.Add(wording);
            return Task.CompletedTask;
        });
        await Page.GotoAsync("/admin");

        await Expect(Page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("by week: .* 3[.]$") })).ToBeVisibleAsync();
        await Page.WaitForFunctionAsync(ChartIsUnscaled);
    }

    private async Task TellAsync(int ready)
    {
        _server.Services.GetRequiredService<MeaningProgress>().Report(ready, 3766);
        await Expect(Page.GetByText($"Search by meaning: {ready:N0} of 3,766 texts ready")).ToBeVisibleAsync();
    }
}
