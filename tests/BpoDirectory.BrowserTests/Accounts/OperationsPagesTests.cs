namespace BpoDirectory.BrowserTests.Accounts;

/// <summary>What administrators do with backups and webhooks.</summary>
public sealed class OperationsPagesTests(Chromium chromium, AccountServer server)
    : AccountTest(chromium, server), IClassFixture<AccountServer>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Backup_is_made_checked_and_downloaded(int width)
    {
        await EnterAsync("root", "/admin/backups", Still(width));

        await ClickAsync("Back up now");
        await Expect(Done).ToContainTextAsync("Backed up and checked");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Check again" }).First.ClickAsync();
        await Expect(Done).ToContainTextAsync("Checked just now: sound.");
        await AssertGoodAsync();
        var download =
            await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Download" }).First.ClickAsync());

        await using var file = File.OpenRead(await download.PathAsync());
        var start = new byte[15];
        await file.ReadExactlyAsync(start);
        Assert.Equal("SQLite format 3"u8.ToArray(), start);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Webhook_is_added_tried_and_removed(int width)
    {
        await EnterAsync("root", "/admin/webhooks", Still(width));

        await Page.GetByLabel("Web address").FillAsync("https://127.0.0.1/hook");
        await ClickAsync("Add");
        await Expect(Page.GetByText("own network")).ToBeVisibleAsync();
        await Expect(Page.GetByLabel("Web address")).ToHaveValueAsync("https://127.0.0.1/hook");
        await Page.GetByLabel("Web address").FillAsync("https://nobody.invalid/hook");
        await ClickAsync("Add");
        await Expect(Page.GetByLabel("The secret")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^whsec_"));
        await AssertGoodAsync();

        await ClickAsync("Send a test");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The name cannot be found");
        await Page.GetByText("The last messages").ClickAsync();
        await Expect(Page.GetByText("webhook.test")).ToBeVisibleAsync();
        await AssertGoodAsync();
        await ClickAsync("Remove…");
        await ClickAsync("Remove");
        await Expect(Page.GetByText("There is no webhook yet.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Secret_of_a_webhook_stays_in_sight_when_its_button_is_pressed_twice_or_the_next_address_is_refused()
    {
        await EnterAsync("root", "/admin/webhooks", Reader.AtADesk);
        var add = Page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true });
        await Page.GetByLabel("Web address").FillAsync("https://twice.invalid/hook");

        await add.DblClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "https://twice.invalid/hook" })).ToHaveCountAsync(1);
        await Page.GetByLabel("Web address").FillAsync("nowhere");
        await add.ClickAsync();

        await Expect(Page.GetByText("Enter a whole web address")).ToBeVisibleAsync();
        await Expect(Page.GetByLabel("The secret")).ToBeVisibleAsync();
        await ClickAsync("Remove…");
        await ClickAsync("Remove");
        await Expect(Page.GetByText("There is no webhook yet.")).ToBeVisibleAsync();
    }
}
