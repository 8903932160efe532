using System.Text.RegularExpressions;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Accounts;

public sealed class AccountPagesTests(Chromium chromium, AccountServer server) : AccountTest(chromium, server), IClassFixture<AccountServer>
{
    private readonly AccountServer _server = server;

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Pages_to_get_in_are_accessible_and_fit(int width)
    {
        await OpenAsync("/account/sign-in", Still(width));
        await AssertGoodAsync();

        await SignInAsync("ada", "wrong wrong wrong");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await AssertGoodAsync();

        await GoAsync($"/account/invitation?code={await _server.InviteAsync("Grace")}");
        await AssertGoodAsync();
        await GoAsync("/account/invitation?code=none", 404);
        await AssertGoodAsync();
    }

    [Fact]
    public async Task Form_of_an_invitation_that_was_used_meanwhile_says_that_it_opens_nothing_any_more()
    {
        var code = await _server.InviteAsync("Heidi");
        await OpenAsync($"/account/invitation?code={code}");
        await _server.Services.GetRequiredService<LinkUse>()
            .CreateAccountAsync(AccountLinkKind.Invitation, code, "heidi", "Heidi", AccountServer.Password);
        Watch.Expect(404);
        await Page.GetByLabel("Your name").FillAsync("Heidi");
        await Page.GetByLabel("User name").FillAsync("heidi2");
        await Page.GetByLabel("Password").FillAsync(AccountServer.Password);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();

        await Expect(Heading).ToHaveTextAsync("This link is no longer valid");
    }

    [Fact]
    public async Task Password_that_is_pasted_too_long_is_refused_and_not_cut_in_silence()
    {
        await OpenAsync($"/account/invitation?code={await _server.InviteAsync("Ivan")}");
        await Page.GetByLabel("Your name").FillAsync("Ivan");
        await Page.GetByLabel("User name").FillAsync("ivan");
        var pasted = string.Concat(Enumerable.Range(0, PasswordRules.Longest).Select(number => $"{number} "));
        await Page.GetByLabel("Password").FillAsync(pasted[..(PasswordRules.Longest + 40)]);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync($"{PasswordRules.Longest} characters at most");
    }

    [Fact]
    public async Task Link_stays_in_sight_when_its_button_is_pressed_twice_or_the_next_one_is_refused()
    {
        await OpenAsync("/account/sign-in?returnUrl=/admin/users", Reader.AtADesk);
        await SignInAsync("root", AccountServer.Password);
        var create = Page.GetByRole(AriaRole.Button, new() { Name = "Create a link" });
        await Page.GetByLabel("For whom").FillAsync("Judy");

        await create.DblClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Revoke the link for Judy" })).ToHaveCountAsync(1);
        await Page.GetByLabel("For whom").FillAsync(" ");
        await create.ClickAsync();

        await Expect(Page.GetByText("Enter whom you invite.")).ToBeVisibleAsync();
        await Expect(Page.GetByLabel("The link for Judy", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Pages_of_an_administrator_are_accessible_and_fit(int width)
    {
        await OpenAsync("/account/sign-in?returnUrl=/admin/users", Still(width));
        await SignInAsync("root", AccountServer.Password);
        await Expect(Heading).ToHaveTextAsync("Users");
        await AssertGoodAsync();

        await Page.GetByLabel("For whom").FillAsync("Grace of the help desk, with a rather long description of who that is");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create a link" }).ClickAsync();
        await Expect(Done).ToContainTextAsync("shown only now");
        await AssertGoodAsync();

        await GoAsync("/admin/audit?kind=SignIn&actor=Root&from=2026-01-01");
        await AssertGoodAsync();
    }

    [Fact]
    public async Task Page_that_an_editor_may_not_open_says_so()
    {
        await OpenAsync("/account/sign-in", Still(1280));
        await SignInAsync("ada", AccountServer.Password);
        await Expect(Heading).ToHaveTextAsync("What needs doing");

        await GoAsync("/admin/users", 403);

        await Expect(Heading).ToHaveTextAsync("You may not open this page");
        await AssertGoodAsync();
    }

    [Fact]
    public async Task Administrator_invites_an_editor_by_keyboard_alone()
    {
        await OpenAsync("/admin/users");
        await Page.GetByLabel("User name").FocusAsync();
        await Page.Keyboard.TypeAsync("root");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync(AccountServer.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("#whom")).ToBeEnabledAsync();

        await TabToAsync("whom");
        await Page.Keyboard.TypeAsync("Linus");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");

        var link = Page.GetByRole(AriaRole.Textbox, new() { Name = "The link for Linus" });
        await Expect(link).ToHaveValueAsync(new Regex("/account/invitation\\?code=[\\w-]{43}$"));
        await Expect(link).ToBeFocusedAsync();
        await Expect(link).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Link_is_copied_by_its_button_and_shown_only_once()
    {
        await EnterAsync("root", "/admin/users");
        await Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Page.GetByLabel("For whom").FillAsync("Mary");
        await ClickAsync("Create a link");
        var link = await Page.GetByRole(AriaRole.Textbox, new() { Name = "The link for Mary" }).InputValueAsync();

        await ClickAsync("Copy");

        await Expect(Page.GetByText("Copied.")).ToBeVisibleAsync();
        Assert.Equal(link, await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await Page.ReloadAsync();
        await Expect(Page.GetByText("Mary")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Textbox, new() { Name = "The link for Mary" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Last_administrator_is_offered_no_lesser_role()
    {
        await EnterAsync("root", "/admin/users");
        var root = Page.Locator("tbody tr").Filter(new() { HasText = "Root" });
        await Expect(root).ToContainTextAsync("The last administrator");

        await Expect(root.GetByRole(AriaRole.Button, new() { Name = "New password link" })).ToBeVisibleAsync();
        await Expect(root.GetByRole(AriaRole.Button, new() { Name = "Make editor" })).ToHaveCountAsync(0);
        await Expect(root.GetByRole(AriaRole.Button, new() { Name = "Disable" })).ToHaveCountAsync(0);
        await Expect(Page.Locator("tbody tr").Filter(new() { HasText = "Ada" }).GetByRole(AriaRole.Button, new() { Name = "Disable" }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task Passkey_added_once_signs_in_without_name_and_password()
    {
        await OpenAsync("/account/sign-in?returnUrl=/account");
        await AddAuthenticatorAsync();
        await SignInAsync("ada", AccountServer.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(Page.GetByLabel("Name of the passkey")).ToHaveValueAsync("Passkey 1");

        await AccountMenu.SignOutAsync(Page);
        await Expect(Page).ToHaveURLAsync(_server.Address.AbsoluteUri);
        await GoAsync("/account/sign-in?returnUrl=/account");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(Heading).ToHaveTextAsync("My account");
        await Expect(Page.Locator("main")).ToContainTextAsync("Ada Lovelace");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(Page.GetByLabel("Name of the passkey")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/account/sign-in", "Sign in with a passkey")]
    [InlineData("/account", "Add a passkey")]
    public async Task Browser_that_refuses_a_passkey_for_an_address_of_digits_is_explained_in_a_sentence(string address, string button)
    {
        var digits = new UriBuilder(_server.Address) { Host = "127.0.0.1" }.Uri;
        await OpenAsync(new Uri(digits, address == "/account" ? "/account/sign-in?returnUrl=/account" : address).AbsoluteUri);
        if (address == "/account")
        {
            await SignInAsync("ada", AccountServer.Password);
            await Expect(Heading).ToHaveTextAsync("My account");
        }

        await ClickAsync(button);

        await Expect(Page.Locator("[data-passkey-trouble]")).ToContainTextAsync("Passkeys work only where the directory has a name");
    }

    [Fact]
    public async Task Name_of_an_account_is_changed_by_its_owner()
    {
        await OpenAsync($"/account/invitation?code={await _server.InviteAsync("Barbara")}", Still(1280).WithoutScript);
        await Page.GetByLabel("Your name").FillAsync("Barbara");
        await Page.GetByLabel("User name").FillAsync("barbara");
        await Page.GetByLabel("Password").FillAsync(AccountServer.Password);
        await ClickAsync("Create the account");
        await GoAsync("/account");

        await Page.GetByLabel("Your name").FillAsync("Barbara Liskov");
        await ClickAsync("Change the name");

        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your name is changed.");
        await Expect(Page.GetByLabel("Your name")).ToHaveValueAsync("Barbara Liskov");
        await Expect(Page.Locator(AccountMenu.Button)).ToContainTextAsync("Barbara Liskov");

        await Page.GetByLabel("Your name").FillAsync("\u200E");
        await ClickAsync("Change the name");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Enter a name.");
    }

    private async Task TabToAsync(string id)
    {
        for (var i = 0; i < 60 && await Page.EvaluateAsync<string>("() => document.activeElement.id") != id; i++)
            await Page.Keyboard.PressAsync("Tab");
        Assert.True(await Page.Locator("#" + id).EvaluateAsync<bool>(Scripts.ShowsFocus));
    }

    private async Task AddAuthenticatorAsync()
    {
        var session = await Context.NewCDPSessionAsync(Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
