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

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task Token_just_made_has_the_focus_and_is_in_view(int width, bool hasScript)
    {
        await EnterAsync("ada", "/account", Reader.Of(width) with { HasScript = hasScript });
        await MakeAsync($"A program at {width} pixels, script {hasScript}");

        await Expect(Shown).ToBeFocusedAsync();
        await Expect(Shown).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task Token_is_copied_by_a_button()
    {
        await EnterAsync("ada", "/account");
        await Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var secret = await MakeAsync("A program to copy for");

        await ClickAsync("Copy");

        await Expect(Page.GetByText("Copied.")).ToBeVisibleAsync();
        Assert.Equal(secret, await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    private ILocator Shown => Page.GetByLabel("Copy the token now");

    private ILocator Item(string name) => Page.Locator(".tokens li").Filter(new() { HasText = name });

    private async Task<string> MakeAsync(string name)
    {
        await Page.GetByLabel("For which program").FillAsync(name);
        await ClickAsync("Create a token");
        await Expect(Shown).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"^bpo_[\w-]{43}$"));
        return await Shown.InputValueAsync();
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
