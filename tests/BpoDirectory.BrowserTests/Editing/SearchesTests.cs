using System.Text.RegularExpressions;
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
    public async Task Wording_becomes_a_synonym_of_a_function_with_one_click_and_is_found_until_that_is_undone()
    {
        await SearchedAsync("lemur counting");
        await EnterAsync("ada", "/admin/searches");
        await AnswerAsync("lemur counting");

        await Page.GetByLabel("Synonym of the function").FillAsync("Payroll processing");
        await ClickAsync("Add the synonym");
        await Expect(Done).ToContainTextAsync("“lemur counting” is now a synonym of Payroll processing.");
        Assert.NotNull(await FirstAnswerAsync("lemur counting"));

        await ClickAsync("Undo");
        await Expect(Done).ToContainTextAsync("Undone: Payroll processing is as it was");
        Assert.Null(await FirstAnswerAsync("lemur counting"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_is_listed_as_never_opened_until_a_reader_opens_it(bool hasScript)
    {
        var wording = hasScript ? "legal counsel" : "procurement";
        await SearchedAsync(wording);
        await EnterAsync("ada", "/admin/searches?list=NeverOpened");
        await Expect(Item(wording)).ToHaveCountAsync(1);

        await using (var reader =
            await Context.Browser!.NewContextAsync(new() { JavaScriptEnabled = hasScript, BaseURL = _server.Address.ToString() }))
        {
            var page = await reader.NewPageAsync();
            await page.GotoAsync($"/?q={Uri.EscapeDataString(wording)}");
            await page.Locator("#answers ol.tiles h3 a").First.ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/departments/"));
            Assert.Empty(await reader.CookiesAsync());
        }

        await Page.ReloadAsync();
        await Expect(Page.Locator("main .data-list:not(.waiting)")).ToHaveCountAsync(1);
        await Expect(Item(wording)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Wording_that_an_editor_suggests_is_offered_to_whoever_begins_to_type_it()
    {
        await SearchedAsync("legal contracts");
        await EnterAsync("ada", "/admin/searches?list=NeverOpened");

        await Item("legal contracts").GetByRole(AriaRole.Button, new() { Name = "Suggest" }).ClickAsync();
        await Expect(Done).ToContainTextAsync("“legal contracts” is now suggested to everybody.");
        Assert.Contains("legal contracts", await SuggestedAsync("legal con"), StringComparison.Ordinal);

        await ClickAsync("Undo");
        await Expect(Done).ToContainTextAsync("Undone");
        Assert.DoesNotContain("legal contracts", await SuggestedAsync("legal con"), StringComparison.Ordinal);
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
    public async Task Wording_that_needs_no_answer_is_dismissed_for_good_and_back_when_that_is_undone()
    {
        await SearchedAsync("emu ironing");
        await EnterAsync("ada", "/admin/searches");

        await Item("emu ironing").GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(Done).ToContainTextAsync("“emu ironing” is dismissed");
        await Expect(Item("emu ironing")).ToHaveCountAsync(0);
        await SearchedAsync("Emu ironing!");
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

    private async Task<string> SuggestedAsync(string beginning)
    {
        using var client = new HttpClient { BaseAddress = _server.Address };
        return await client.GetStringAsync($"/api/v1/suggestions?q={Uri.EscapeDataString(beginning)}");
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
