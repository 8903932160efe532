using System.Net;
using BpoDirectory.Accounts;
using BpoDirectory.Accounts.Provider;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Accounts.Provider;

public sealed class ProviderSignInTests(ProviderApp program) : IClassFixture<ProviderApp>
{
    private AccountApp App => program.App;

    [Fact]
    public async Task Button_leads_through_the_provider_to_a_session_like_any_other()
    {
        var user = program.Begin();
        var browser = App.NewBrowser();

        Assert.Equal("/admin", await program.SignInAsync(browser));

        var session = browser.SetCookies.Last(cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal));
        foreach (var attribute in new[] { "; path=/", "; secure", "; samesite=lax", "; httponly" })
            Assert.Contains(attribute, session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires=", session, StringComparison.OrdinalIgnoreCase);
        using var own = await browser.GetAsync("/account");
        Assert.Contains(user, await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            [(AuditKind.AccountCreated, "Editor, by Example Login"), (AuditKind.SignIn, "with Example Login, from ")],
            (await AuditAsync(user)).Select(entry => (entry.Kind, entry.Detail)));
    }

    [Fact]
    public async Task Who_asks_to_stay_stays_signed_in()
    {
        program.Begin();
        var browser = App.NewBrowser();

        await program.SignInAsync(browser, stay: true);

        Assert.Contains(
            "expires=", browser.SetCookies.Last(cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/guide?show=all", "/guide?show=all")]
    [InlineData("https://evil.example/", "/admin")]
    [InlineData("//evil.example/", "/admin")]
    [InlineData("/\\evil.example/", "/admin")]
    [InlineData("~/guide", "/admin")]
    public async Task Only_a_page_of_this_site_is_returned_to(string returnUrl, string expected)
    {
        program.Begin();

        Assert.Equal(expected, await program.SignInAsync(App.NewBrowser(), returnUrl));
    }

    [Theory]
    [InlineData("bpo-readers", "Reader", "/")]
    [InlineData("bpo-writers", "Editor", "/admin")]
    [InlineData("bpo-admins", "Administrator", "/admin")]
    [InlineData("bpo-readers bpo-admins", "Administrator", "/admin")]
    public async Task Claim_gives_the_highest_role_that_it_names(string values, string role, string home)
    {
        var user = program.Begin(values.Split(' '));

        Assert.Equal(home, await program.SignInAsync(App.NewBrowser()));

        Assert.Equal(role, (await AccountAsync(user)).Role.ToString());
    }

    [Fact]
    public async Task Role_follows_the_claim_at_each_sign_in_and_the_audit_says_so()
    {
        var user = program.Begin("bpo-admins");
        await program.SignInAsync(App.NewBrowser());
        var account = await AccountAsync(user);
        var links = App.Services.GetRequiredService<AccountLinks>();
        await links.InviteAsync(new Actor(account.Id, user), "a friend of " + user, AccountRole.Administrator);

        program.Provider.Claims["roles"] = "bpo-readers";
        await program.SignInAsync(App.NewBrowser());

        Assert.Equal(AccountRole.Reader, (await AccountAsync(user)).Role);
        Assert.Single(
            await AuditAsync(user),
            entry => entry is { Kind: AuditKind.RoleChanged, Detail: "Administrator → Reader, by Example Login", ActorId: null });
        Assert.DoesNotContain(await links.ListOpenAsync(), link => link.For == "a friend of " + user);
    }

    [Fact]
    public async Task Who_has_no_role_is_refused_with_a_sentence_and_gets_no_account()
    {
        var user = program.Begin("somebody");
        var browser = App.NewBrowser();

        var text = await RefusalAsync(browser, await program.SignInAsync(browser, "/guide"), ProviderTrouble.NoRole);

        Assert.Contains("Example Login knows you, but gives you no access to this directory.", text, StringComparison.Ordinal);
        Assert.Contains("value=\"/guide\"", text, StringComparison.Ordinal);
        Assert.False(await ExistsAsync(user));
    }

    [Fact]
    public async Task Who_loses_the_role_loses_what_they_have_open()
    {
        var user = program.Begin();
        var browser = App.NewBrowser();
        await program.SignInAsync(browser);
        var account = await AccountAsync(user);
        var token = await App.Services.GetRequiredService<ApiTokens>().CreateAsync(new Actor(account.Id, user), "import", 30);
        await App.Services.GetRequiredService<WriteGate>().WriteAsync(db =>
        {
            db.AddRange(
                new AccountLink
                {
                    SecretHash = user, Kind = AccountLinkKind.Invitation, For = "a friend", Role = AccountRole.Administrator,
                    CreatedById = account.Id, CreatedAt = DateTime.UtcNow, ExpiresAt = DateTime.UtcNow.AddDays(1),
                },
                new MailSubscription(account.Id));
            return Task.CompletedTask;
        });

        program.Provider.Claims["roles"] = "somebody";
        var another = App.NewBrowser();
        await RefusalAsync(another, await program.SignInAsync(another), ProviderTrouble.NoRole);

        using var answer = await browser.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Null(await App.Services.GetRequiredService<ApiTokens>().FindAsync(token));
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        Assert.NotNull((await db.AccountLinks.SingleAsync(link => link.CreatedById == account.Id)).ClosedAt);
        Assert.False(await db.MailSubscriptions.AnyAsync(subscription => subscription.AccountId == account.Id));
    }

    [Fact]
    public async Task Name_of_an_account_that_is_here_opens_it_to_nobody_else()
    {
        program.Begin();
        var claims = program.Provider.Claims;
        (claims["preferred_username"], claims["name"], claims["email"]) = ("root", "root", "root@example.com");

        Assert.Equal("/admin", await program.SignInAsync(App.NewBrowser()));

        var account = await AccountAsync("root2");
        Assert.Equal(("root (root2)", AccountRole.Editor), (account.DisplayName, account.Role));
    }

    [Fact]
    public async Task Same_subject_has_one_account_whatever_its_names_become()
    {
        var user = program.Begin();
        await program.SignInAsync(App.NewBrowser());

        (program.Provider.Claims["preferred_username"], program.Provider.Claims["name"]) = ("married", "Grace Married");
        await program.SignInAsync(App.NewBrowser());

        Assert.Equal(2, (await AuditAsync(user)).Count(entry => entry.Kind == AuditKind.SignIn));
        Assert.False(await ExistsAsync("married"));
    }

    [Theory]
    [InlineData("Zoë Ünal", "ZoeUnal")]
    [InlineData("用户", "user")]
    public async Task User_name_keeps_what_user_names_may_hold(string told, string expected)
    {
        program.Begin();
        program.Provider.Claims["preferred_username"] = told;

        await program.SignInAsync(App.NewBrowser());

        Assert.True(await ExistsAsync(expected));
    }

    [Fact]
    public async Task Disabled_account_stays_out()
    {
        var user = program.Begin();
        await program.SignInAsync(App.NewBrowser());
        var account = await AccountAsync(user);
        await App.Services.GetRequiredService<AccountAdministration>().DisableAsync(new Actor(1, "root"), account.Id);
        var browser = App.NewBrowser();

        var text = await RefusalAsync(browser, await program.SignInAsync(browser), ProviderTrouble.Disabled);

        Assert.Contains("Your account is disabled.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Lie.AnotherAudience)]
    [InlineData(Lie.AnotherIssuer)]
    [InlineData(Lie.AnotherNonce)]
    [InlineData(Lie.NoNonce)]
    [InlineData(Lie.Expired)]
    [InlineData(Lie.WithoutSignature)]
    [InlineData(Lie.SignedByAnotherKey)]
    [InlineData(Lie.SignedWithTheSecret)]
    [InlineData(Lie.ChangedAfterSigning)]
    [InlineData(Lie.AnotherSubjectInUserInfo)]
    public async Task Answer_that_cannot_be_trusted_opens_nothing_and_is_explained(Lie lie)
    {
        var user = program.Begin();
        program.Provider.Lie = lie;
        var browser = App.NewBrowser();

        var text = await RefusalAsync(browser, await program.SignInAsync(browser), ProviderTrouble.Invalid);

        Assert.Contains("The answer of Example Login came too late or cannot be trusted.", text, StringComparison.Ordinal);
        Assert.False(await ExistsAsync(user));
    }

    [Fact]
    public async Task Answer_counts_once_and_in_its_own_browser_only()
    {
        program.Begin();
        var browser = App.NewBrowser();
        var back = await program.AskAsync(browser);
        var before = new Dictionary<string, string>(browser.Cookies);

        var thief = App.NewBrowser();
        using var stolen = await thief.GetAsync(back);
        await RefusalAsync(thief, stolen.Headers.Location!.ToString(), ProviderTrouble.Invalid);
        using var first = await browser.GetAsync(back);
        Assert.Equal("/admin", first.Headers.Location?.ToString());

        var again = App.NewBrowser();
        foreach (var (name, value) in before)
            again.Cookies[name] = value;
        using var second = await again.GetAsync(back);
        await RefusalAsync(again, second.Headers.Location!.ToString(), ProviderTrouble.Invalid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=x")]
    [InlineData("?code=x&state=y")]
    [InlineData("?error=server_error")]
    [InlineData("?id_token=x.y.z&state=y")]
    public async Task Anything_else_at_the_callback_is_explained_too(string query)
    {
        var browser = App.NewBrowser();

        using var answer = await browser.GetAsync("/account/sign-in/callback" + query);

        await RefusalAsync(browser, answer.Headers.Location!.ToString(), ProviderTrouble.Invalid);
    }

    [Fact]
    public async Task Refusal_of_the_provider_is_told()
    {
        program.Begin();
        program.Provider.Denies = true;
        var browser = App.NewBrowser();

        var text = await RefusalAsync(browser, await program.SignInAsync(browser), ProviderTrouble.Denied);

        Assert.Contains("Example Login did not sign you in.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_that_goes_down_in_the_midst_is_told()
    {
        program.Begin();
        var browser = App.NewBrowser();
        var back = await program.AskAsync(browser);
        program.Provider.IsDown = true;

        using var answer = await browser.GetAsync(back);

        var text = await RefusalAsync(browser, answer.Headers.Location!.ToString(), ProviderTrouble.Unreachable);
        Assert.Contains("Example Login cannot be reached at present.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_provider()
    {
        program.Begin();
        var browser = App.NewBrowser();
        await program.SignInAsync(browser);
        var kept = browser.Cookies["__Host-session"];

        using var answer = await SignOutAsync(browser);

        var there = answer.Headers.Location!;
        Assert.StartsWith(program.Provider.Issuer + "/end-session?", there.ToString(), StringComparison.Ordinal);
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(there.Query);
        Assert.Equal("https://localhost/account/sign-out/callback", asked["post_logout_redirect_uri"].ToString());
        Assert.Equal(3, asked["id_token_hint"].ToString().Split('.').Length);
        using var back = await browser.GetAsync($"/account/sign-out/callback?state={Uri.EscapeDataString(asked["state"].ToString())}");
        Assert.Equal("/", back.Headers.Location?.ToString());
        browser.Cookies["__Host-session"] = kept;
        using var after = await browser.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task Who_came_with_a_password_is_signed_out_here_only()
    {
        var browser = App.NewBrowser();
        using var signedIn = await browser.SignInAsync("ada", AccountApp.Password);

        using var answer = await SignOutAsync(browser);

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Signing_out_everywhere_else_ends_sessions_of_the_provider_too()
    {
        program.Begin();
        var (here, elsewhere) = (App.NewBrowser(), App.NewBrowser());
        await program.SignInAsync(here);
        await program.SignInAsync(elsewhere);

        using var ended = await here.SubmitAsync("/account", "sessions");

        Assert.Contains("You are signed in nowhere else.", await ended.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var answer = await elsewhere.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Account_of_the_provider_has_no_password_and_no_passkey()
    {
        var user = program.Begin();
        var browser = App.NewBrowser();
        await program.SignInAsync(browser);

        using var page = await browser.GetAsync("/account");
        var html = await page.Content.ReadAsStringAsync();

        Assert.DoesNotContain("id=\"password\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"passkeys\"", html, StringComparison.Ordinal);
        Assert.Contains("You sign in with Example Login", html, StringComparison.Ordinal);
        var account = await AccountAsync(user);
        var refused = await Assert.ThrowsAsync<DirectoryRuleException>(
            () => App.Services.GetRequiredService<AccountLinks>().OfferResetAsync(new Actor(1, "root"), account.Id));
        Assert.Equal("This account signs in with Example Login, not with a password or a passkey.", refused.Message);
    }

    [Fact]
    public async Task Sign_in_page_offers_the_button_beside_the_password_and_lets_its_form_lead_to_the_provider()
    {
        using var page = await App.NewBrowser().GetAsync("/account/sign-in");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Contains("Sign in with Example Login</button>", html, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"current-password\"", html, StringComparison.Ordinal);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + $"form-action 'self' {program.Provider.Issuer}; base-uri 'self'; frame-ancestors 'none'",
            Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task Button_pressed_on_another_site_leads_nowhere()
    {
        using var content = new FormUrlEncodedContent([]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in/provider") { Content = content };

        using var answer = await App.NewBrowser().SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SignOutAsync(AccountBrowser browser) =>
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/account/sign-out")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", await browser.FormTokenAsync())]),
        });

    private static async Task<string> RefusalAsync(AccountBrowser browser, string location, ProviderTrouble trouble)
    {
        Assert.StartsWith($"/account/sign-in?trouble={trouble}", location, StringComparison.Ordinal);
        Assert.DoesNotContain("__Host-session", browser.Cookies.Keys);
        using var page = await browser.GetAsync(location);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return await page.Content.ReadAsStringAsync();
    }

    private async Task<Account> AccountAsync(string userName)
    {
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        return await db.Accounts.AsNoTracking().SingleAsync(account => account.UserName == userName);
    }

    private async Task<bool> ExistsAsync(string userName)
    {
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        return await db.Accounts.AnyAsync(account => account.UserName == userName);
    }

    private async Task<List<AuditEntry>> AuditAsync(string subject)
    {
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        return await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject).OrderBy(entry => entry.Id).ToListAsync();
    }
}
