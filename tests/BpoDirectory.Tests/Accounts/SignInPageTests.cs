using System.Net;
using System.Text.RegularExpressions;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Accounts;

public sealed partial class SignInPageTests(AccountApp app) : IClassFixture<AccountApp>
{
    [Fact]
    public async Task Session_cookie_over_https_is_bound_to_the_host_and_hidden_from_scripts()
    {
        var browser = app.NewBrowser();
        using var answer = await browser.SignInAsync("ada", AccountApp.Password);

        var session = Assert.Single(browser.SetCookies, cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal));
        foreach (var attribute in new[] { "; path=/", "; secure", "; samesite=lax", "; httponly" })
            Assert.Contains(attribute, session, StringComparison.OrdinalIgnoreCase);
        var form = Assert.Single(browser.SetCookies, cookie => cookie.StartsWith("__Host-form=", StringComparison.Ordinal));
        foreach (var attribute in new[] { "; path=/", "; secure", "; samesite=strict", "; httponly" })
            Assert.Contains(attribute, form, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_https_cookies_are_bound_to_the_host_too_when_the_program_is_told_of_it()
    {
        using var folder = new TestFolder();
        CatalogDatabase.CopyInto(folder);
        await using var behind =
            app.WithWebHostBuilder(
                builder => builder.UseSetting("ForwardedHeaders_Enabled", "true").UseDataFolder(folder.Path));
        using var client =
            behind.CreateClient(
                new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://localhost"), HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await client.SendAsync(request);

        Assert.Contains(
            "; secure", Assert.Single(answer.Headers.GetValues("Set-Cookie"),
                cookie => cookie.StartsWith("__Host-form=", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Plain_http_works_with_plain_names()
    {
        var browser = app.NewBrowser("http://localhost");
        using var answer = await browser.SignInAsync("ada", AccountApp.Password);

        Assert.Equal("/admin", answer.Headers.Location?.ToString().Replace("http://localhost", "", StringComparison.Ordinal));
        Assert.Equal(["form", "session"], browser.Cookies.Keys.Order());
    }

    [Fact]
    public async Task Pages_offer_who_is_signed_in_their_account_and_everybody_else_to_sign_in()
    {
        var browser = app.NewBrowser();
        using var signedIn = await browser.SignInAsync("ada", AccountApp.Password);

        using var ownAnswer = await browser.GetAsync("/guide");
        using var everybodysAnswer = await app.NewBrowser().GetAsync("/guide");
        var (own, everybodys) = (await ownAnswer.Content.ReadAsStringAsync(), await everybodysAnswer.Content.ReadAsStringAsync());

        Assert.Contains("Your account", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign in", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Your account", everybodys, StringComparison.Ordinal);
        Assert.Contains("Sign in", everybodys, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("departments/legal")]
    [InlineData("functions/payroll-processing")]
    [InlineData("service-lines/human-resources")]
    [InlineData("outsourcing-types/kpo")]
    [InlineData("guide/what-is-bpo")]
    public async Task Page_of_an_entry_leads_who_may_edit_to_its_form_and_history(string entry)
    {
        var browser = app.NewBrowser();
        using var signedIn = await browser.SignInAsync("ada", AccountApp.Password);

        using var ownAnswer = await browser.GetAsync($"/{entry}");
        using var everybodysAnswer = await app.NewBrowser().GetAsync($"/{entry}");
        var (own, everybodys) = (await ownAnswer.Content.ReadAsStringAsync(), await everybodysAnswer.Content.ReadAsStringAsync());

        Assert.Contains($"href=\"/admin/{entry}\"", own, StringComparison.Ordinal);
        Assert.Contains($"href=\"/admin/{entry}/history\"", own, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/", everybodys, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_kept_from_before_signing_out_opens_nothing()
    {
        var browser = app.NewBrowser();
        using var signedIn = await browser.SignInAsync("ada", AccountApp.Password);
        var kept = browser.Cookies["__Host-session"];
        using var before = await browser.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        using var signOut = new HttpRequestMessage(HttpMethod.Post, "/account/sign-out")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", await browser.FormTokenAsync())]),
        };
        using var signedOut = await browser.SendAsync(signOut);
        Assert.Equal("/", signedOut.Headers.Location?.ToString());
        Assert.DoesNotContain("__Host-session", browser.Cookies.Keys);

        browser.Cookies["__Host-session"] = kept;
        using var after = await browser.GetAsync("/account");
        Assert.Equal("https://localhost/account/sign-in?returnUrl=%2Faccount", after.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/admin/audit", "/admin/audit")]
    [InlineData("/departments/legal%3Fx=1", "/departments/legal?x=1")]
    [InlineData("https://evil.example", "/admin")]
    [InlineData("//evil.example", "/admin")]
    [InlineData("/\\evil.example", "/admin")]
    [InlineData("\\\\evil.example", "/admin")]
    [InlineData("/%09/evil.example", "/admin")]
    [InlineData("%0a//evil.example", "/admin")]
    [InlineData("/%0d%0aLocation:%20https://evil.example", "/admin")]
    [InlineData("javascript:alert(1)", "/admin")]
    [InlineData("evil.example", "/admin")]
    [InlineData("@evil.example", "/admin")]
    [InlineData("http:/evil.example", "/admin")]
    [InlineData("%68ttps://evil.example", "/admin")]
    [InlineData("/%E2%80%AE", "/admin")]
    [InlineData("", "/admin")]
    public async Task Signing_in_never_leads_off_the_site(string returnUrl, string expected)
    {
        var browser = app.NewBrowser();

        using var answer = await browser.SignInAsync("ada", AccountApp.Password, $"/account/sign-in?returnUrl={returnUrl}");

        Assert.Equal(expected, answer.Headers.Location?.ToString().Replace("https://localhost", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_refusal_gets_the_same_answer()
    {
        var root = new Actor(1, "root");
        var (links, administration) =
            (app.Services.GetRequiredService<AccountLinks>(), app.Services.GetRequiredService<AccountAdministration>());
        foreach (var name in new[] { "shut", "locked" })
            await app.NewBrowser()
                .OpenLinkAsync($"/account/invitation?code={await links.InviteAsync(root, name, AccountRole.Editor)}", name);
        await administration.DisableAsync(root, (await administration.ListAsync()).Single(account => account.UserName == "shut").Id);
        for (var i = 0; i < Account.FailuresBeforeLockout; i++)
            (await app.NewBrowser().SignInAsync("locked", "wrong wrong wrong")).Dispose();

        var answers = new List<string>();
        foreach (var (name, password) in new[]
        {
            ("nobody", "wrong wrong wrong"), ("root", "wrong wrong wrong"), ("locked", AccountApp.Password),
            ("locked", "wrong wrong wrong"), ("shut", AccountApp.Password),
        })
        {
            using var answer = await app.NewBrowser().SignInAsync(name, password);
            var html = (await answer.Content.ReadAsStringAsync()).Replace($"value=\"{name}\"", "value=\"NAME\"", StringComparison.Ordinal);
            var headers = string.Join(' ', answer.Headers.Select(header => header.Key).Order(StringComparer.Ordinal));
            answers.Add($"{answer.StatusCode} {headers} {MadeForOneRequest().Replace(html, "SECRET")}");
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("do not match", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_of_a_session_that_is_over_leads_home()
    {
        var browser = app.NewBrowser();
        using var signedIn = await browser.SignInAsync("ada", AccountApp.Password);
        var token = await browser.FormTokenAsync();
        await app.Services.GetRequiredService<WriteGate>().WriteAsync(db => Sessions.EndOthersAsync(db, 2));

        using var signOut = new HttpRequestMessage(HttpMethod.Post, "/account/sign-out")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]),
        };
        using var answer = await browser.SendAsync(signOut);

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Form_from_before_signing_in_is_refused_with_a_way_on()
    {
        var browser = app.NewBrowser();
        var old = await browser.FormTokenAsync();
        using var signedIn = await browser.SignInAsync("ada", AccountApp.Password);

        using var form = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in?returnUrl=/admin")
        {
            Content = new FormUrlEncodedContent(
                [new("__RequestVerificationToken", old), new("_handler", "sign-in"), new("UserName", "ada"),
                    new("Password", AccountApp.Password)]),
        };
        using var answer = await browser.SendAsync(form);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This page is out of date", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/account/sign-in?returnUrl=/admin\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/set-up?code=x")]
    [InlineData("/account")]
    [InlineData("/admin")]
    [InlineData("/admin/audit.csv")]
    public async Task Nobody_keeps_what_is_personal(string path)
    {
        using var answer = await app.Administrator.GetAsync(path);

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/departments/legal")]
    [InlineData("/about")]
    public async Task Readers_get_no_cookie_and_no_connection(string path)
    {
        using var answer = await app.NewBrowser().GetAsync(path);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.DoesNotContain("<!--Blazor", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demoted_administrator_is_shut_out_by_the_next_request()
    {
        var links = app.Services.GetRequiredService<AccountLinks>();
        var browser = app.NewBrowser();
        await browser.OpenLinkAsync(
            $"/account/invitation?code={await links.InviteAsync(new Actor(1, "root"), "b", AccountRole.Administrator)}", "brief");
        using var before = await browser.GetAsync("/admin/users");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        var administration = app.Services.GetRequiredService<AccountAdministration>();
        var account = (await administration.ListAsync()).Single(a => a.UserName == "brief");
        await administration.GiveRoleAsync(new Actor(1, "root"), account.Id, AccountRole.Editor);

        using var after = await browser.GetAsync("/admin/users");
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
        Assert.Contains("You may not open this page", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_cookies_are_for_their_owner_alone()
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "keys")));

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [GeneratedRegex("(?<=name=\"__RequestVerificationToken\" value=\")[^\"]+")]
    private static partial Regex MadeForOneRequest();
}
