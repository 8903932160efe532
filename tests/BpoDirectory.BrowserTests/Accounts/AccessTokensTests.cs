using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.BrowserTests.Accounts;

public sealed class AccessTokensTests(Chromium chromium, AccountServer server) : AccountTest(chromium, server), IClassFixture<AccountServer>
{
    private readonly AccountServer _server = server;

    [Fact]
    public async Task Token_is_shown_once_opens_the_api_and_opens_nothing_when_it_is_taken_back()
    {
        await EnterAsync("ada", "/account");
        var secret = await MakeAsync("Nightly import");

        await GoAsync("/account");
        Assert.DoesNotContain(secret, await Page.ContentAsync(), StringComparison.Ordinal);
        await Expect(Item("Nightly import")).ToContainTextAsync("ends ");
        Assert.Equal(HttpStatusCode.OK, await ChangeAsync(secret, 1));

        await ClickAsync("Revoke Nightly import");
        await Expect(Item("Nightly import")).ToContainTextAsync("revoked ");
        Assert.Equal(HttpStatusCode.Unauthorized, await ChangeAsync(secret, 2));
        await AssertInTrailAsync(secret);
    }

    [Fact]
    public async Task Token_opens_nothing_after_its_end()
    {
        await EnterAsync("ada", "/account");
        var secret = await MakeAsync("Old import");

        await WriteAsync(db => db.ApiTokens.Where(token => token.Name == "Old import")
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.ExpiresAt, DateTime.UtcNow.AddSeconds(-1))));

        Assert.Equal(HttpStatusCode.Unauthorized, await ChangeAsync(secret, 1));
        await GoAsync("/account");
        await Expect(Item("Old import")).ToContainTextAsync("ended ");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Revoke Old import" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Token_just_made_is_shown_on_an_accessible_page(int width)
    {
        await EnterAsync("ada", "/account", Still(width));
        await MakeAsync($"A program with a name of some length, for {width} pixels");

        await AssertGoodAsync();
    }

    private ILocator Item(string name) => Page.Locator(".tokens li").Filter(new() { HasText = name });

    private async Task<string> MakeAsync(string name)
    {
        await Page.GetByLabel("For which program").FillAsync(name);
        await ClickAsync("Create a token");
        var shown = Page.GetByRole(AriaRole.Textbox, new() { Name = "The new access token" });
        await Expect(shown).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"^bpo_[\w-]{43}$"));
        await Expect(shown).ToBeFocusedAsync();
        await Expect(shown).ToBeInViewportAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToBeVisibleAsync();
        return await shown.InputValueAsync();
    }

    private async Task<HttpStatusCode> ChangeAsync(string secret, int version)
    {
        using var client = new HttpClient { BaseAddress = _server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/departments/legal")
        {
            Content = new StringContent($$"""{"note": "By a program, from version {{version}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        request.Headers.Add("If-Match", $"\"{version}\"");
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task AssertInTrailAsync(string secret)
    {
        await AccountMenu.SignOutAsync(Page);
        await GoAsync("/account/sign-in?returnUrl=/admin/audit%3Fsubject%3Dnightly");
        await SignInAsync("root", AccountServer.Password);
        await Expect(Page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(Page.Locator("tbody tr").First).ToContainTextAsync("Access token revoked");
        await Expect(Page.Locator("tbody tr").Last).ToContainTextAsync("Access token created");
        await Expect(Page.Locator("tbody tr").Last).ToContainTextAsync("Ada Lovelace");
        await GoAsync("/admin/audit");
        Assert.DoesNotContain(secret, await Page.ContentAsync(), StringComparison.Ordinal);
    }
}
