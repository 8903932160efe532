using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using BpoDirectory.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Accounts.Provider;

public sealed class ProviderTroubleTests
{
    [Fact]
    public async Task Provider_that_cannot_be_reached_is_told_and_passwords_go_on()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var nobody = $"http://{free.LocalEndpoint}";
        free.Stop();
        await using var app = new AccountApp(TestProvider.SettingsFor(nobody));
        await app.InitializeAsync();
        var browser = app.NewBrowser();

        using var pressed = await ProviderApp.PressAsync(browser, "/guide");

        Assert.Equal("/account/sign-in?trouble=Unreachable&returnUrl=%2Fguide", pressed.Headers.Location?.ToString());
        using var page = await browser.GetAsync(pressed.Headers.Location!.ToString());
        Assert.Contains("Example Login cannot be reached at present.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var signedIn = await browser.SignInAsync("ada", AccountApp.Password);
        Assert.Contains("__Host-session", browser.Cookies.Keys);
    }

    [Fact]
    public async Task Everyone_signs_in_by_the_provider_where_readers_need_an_account()
    {
        await using var provider = await TestProvider.StartAsync();
        provider.Claims = new() { ["sub"] = "1", ["name"] = "Grace", ["roles"] = "bpo-readers" };
        await using var app = new AccountApp([.. provider.Settings(), ("Access:Readers", "signed-in")]);
        var browser = app.NewBrowser();
        using var closed = await browser.GetAsync("/guide");
        Assert.Equal("https://localhost/account/sign-in?returnUrl=%2Fguide", closed.Headers.Location?.ToString());

        using var pressed = await ProviderApp.PressAsync(browser, "/guide");
        using var answer = await browser.GetAsync((await provider.VisitAsync(pressed.Headers.Location!)).PathAndQuery);

        Assert.Equal("/guide", answer.Headers.Location?.ToString());
        using var open = await browser.GetAsync("/guide");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Who_has_no_role_gets_the_one_that_a_setting_gives()
    {
        await using var provider = await TestProvider.StartAsync();
        provider.Claims = new() { ["sub"] = "1", ["name"] = "Grace", ["preferred_username"] = "grace" };
        await using var app = new AccountApp(provider.Settings(("DefaultRole", "editor")));
        var browser = app.NewBrowser();

        using var pressed = await ProviderApp.PressAsync(browser);
        using var answer = await browser.GetAsync((await provider.VisitAsync(pressed.Headers.Location!)).PathAndQuery);

        Assert.Equal("/admin", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Where_passwords_are_for_administrators_their_form_is_folded_away_and_still_lets_them_in()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var app = new AccountApp(provider.Settings(("LocalSignIn", "administrators")));
        await app.Services.GetRequiredService<SetUpLink>().ExecuteTask!;
        var code = await app.Services.GetRequiredService<AccountLinks>().OfferSetUpAsync();
        await app.NewBrowser().OpenLinkAsync($"/account/set-up?code={code}", "root");
        var browser = app.NewBrowser();

        using var page = await browser.GetAsync("/account/sign-in");
        using var wrong = await browser.SignInAsync("root", "wrong wrong wrong");
        using var right = await browser.SignInAsync("root", AccountApp.Password);

        Assert.Matches(
            new Regex("<details class=\"stack\">.*name=\"Password\".*</details>", RegexOptions.Singleline),
            await page.Content.ReadAsStringAsync());
        Assert.Contains("<details class=\"stack\" open>", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("__Host-session", browser.Cookies.Keys);
    }
}
