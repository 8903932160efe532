using BpoDirectory.BrowserTests.Accounts;
using BpoDirectory.Search.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Editing;

public sealed class SearchesTests(Chromium chromium, AccountServer server) : AccountTest(chromium, server), IClassFixture<AccountServer>
{
    private readonly AccountServer _server = server;

    [Fact]
    public async Task Wording_becomes_another_name_with_one_click_and_is_found_until_that_is_undone()
    {
        await SearchedAsync("zebra wrangling");
        await EnterAsync("ada", "/admin/searches");

        await AnswerAsync("zebra wrangling");
        await Page.GetByLabel("Another name of").FillAsync("Customer Service");
        await ClickAsync("Add the name");
        await Expect(Done).ToContainTextAsync("“zebra wrangling” is now another name of Customer Service.");
        await Expect(Item("zebra wrangling")).ToHaveCountAsync(0);
        Assert.Equal("Customer Service", await FirstAnswerAsync("zebra wrangling"));

        await ClickAsync("Undo");
        await Expect(Done).ToContainTextAsync("Undone: Customer Service is as it was");
        await Expect(Item("zebra wrangling")).ToHaveCountAsync(1);
        Assert.Null(await FirstAnswerAsync("zebra wrangling"));
    }

    [Fact]
    public async Task Wording_joins_a_synonym_set_with_one_click_and_is_found_until_that_is_undone()
    {
        await SearchedAsync("quokka juggling");
        await EnterAsync("ada", "/admin/searches");
        await AnswerAsync("quokka juggling");
        var set = (await Page.Locator("#synonym-sets option").First.GetAttributeAsync("value"))!;

        await Page.GetByLabel("Same meaning as").FillAsync(set);
        await ClickAsync("Add to the set");
        await Expect(Done).ToContainTextAsync($"“quokka juggling” is now in the synonym set {set}.");
        Assert.NotNull(await FirstAnswerAsync("quokka juggling"));

        await ClickAsync("Undo");
        await Expect(Done).ToContainTextAsync("Undone");
        Assert.Null(await FirstAnswerAsync("quokka juggling"));
    }

    [Fact]
    public async Task Target_that_there_is_not_is_told_and_the_wording_stays()
    {
        await SearchedAsync("walrus tickling");
        await EnterAsync("ada", "/admin/searches");

        await AnswerAsync("walrus tickling");
        await Page.GetByLabel("Another name of").FillAsync("No such department");
        await ClickAsync("Add the name");

        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no department “No such department”");
        await Expect(Page.GetByLabel("Another name of")).ToHaveValueAsync("No such department");
        await ClickAsync("Close");
        await Expect(Item("walrus tickling")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Wording_that_needs_no_answer_is_dismissed_and_back_when_that_is_undone()
    {
        await SearchedAsync("emu ironing");
        await EnterAsync("ada", "/admin/searches");

        await Item("emu ironing").GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(Done).ToContainTextAsync("“emu ironing” is dismissed");
        await Expect(Item("emu ironing")).ToHaveCountAsync(0);

        await ClickAsync("Undo");
        await Expect(Done).ToContainTextAsync("“emu ironing” is listed again");
        await Expect(Item("emu ironing")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(1280, "ocelot painting in a rather long wording")]
    [InlineData(390, "narwhals who knit for somebody else entirely")]
    public async Task Page_is_accessible_before_and_after(int width, string wording)
    {
        await SearchedAsync(wording);
        await EnterAsync("ada", "/admin/searches", Still(width));
        await Expect(Item(wording)).ToBeVisibleAsync();
        await AssertGoodAsync();

        await AnswerAsync(wording);
        await Page.GetByLabel("Another name of").FillAsync("Sales");
        await AssertGoodAsync();
        await ClickAsync("Add the name");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
        await AssertGoodAsync();
    }

    private ILocator Item(string wording) => Page.Locator("main tbody tr").Filter(new() { HasText = wording });

    private Task AnswerAsync(string wording) => Item(wording).GetByRole(AriaRole.Button, new() { Name = "Answer…" }).ClickAsync();

    private async Task SearchedAsync(string wording)
    {
        using var client = new HttpClient { BaseAddress = _server.Address };
        (await client.GetAsync($"/?q={Uri.EscapeDataString(wording)}")).Dispose();
        await _server.Services.GetRequiredService<SearchCounter>().WriteAsync(CancellationToken.None);
    }

    // In another tab: the page under test stays as it is.
    private async Task<string?> FirstAnswerAsync(string wording)
    {
        var tab = await Context.NewPageAsync();
        await tab.GotoAsync($"/?q={Uri.EscapeDataString(wording)}");
        await Expect(tab.Locator("#count")).Not.ToBeEmptyAsync();
        var cards = tab.Locator("#answers ol.tiles > li h3");
        var name = await cards.CountAsync() == 0 ? null : (await cards.First.InnerTextAsync()).Trim();
        await tab.CloseAsync();
        return name;
    }
}
