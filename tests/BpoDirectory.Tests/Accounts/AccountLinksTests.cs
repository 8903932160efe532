using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Accounts;

public sealed class AccountLinksTests : IAsyncLifetime
{
    private AccountDatabase _accounts = null!;

    private AccountLinks Links => _accounts.Get<AccountLinks>();

    public async Task InitializeAsync() => _accounts = await AccountDatabase.NewAsync();

    public Task DisposeAsync() => _accounts.DisposeAsync().AsTask();

    [Fact]
    public async Task Set_up_link_creates_one_administrator_and_no_second()
    {
        var secret = await Links.OfferSetUpAsync();

        Assert.True(_accounts.IsOpen(await UseAsync(AccountLinkKind.SetUp, secret, "ada")));

        Assert.True(Links.IsSetUp());
        await Assert.ThrowsAsync<DirectoryRuleException>(() => UseAsync(AccountLinkKind.SetUp, secret, "eve"));
        Assert.Null(await Links.OfferSetUpAsync());
    }

    [Fact]
    public async Task Set_up_link_used_by_two_at_once_creates_one_administrator()
    {
        var secret = await Links.OfferSetUpAsync();

        var tries = Enumerable.Range(0, 4).Select(i => Task.Run(() => UseAsync(AccountLinkKind.SetUp, secret, $"name{i}"))).ToList();
        await Task.WhenAll(tries.Select(attempt => attempt.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(1, tries.Count(attempt => attempt.IsCompletedSuccessfully));
        Assert.Equal(1L, await _accounts.SqlAsync("SELECT COUNT(*) FROM Accounts"));
    }

    [Fact]
    public async Task Set_up_link_opens_nothing_after_an_hour()
    {
        var secret = await Links.OfferSetUpAsync();
        _accounts.Clock.Advance(TimeSpan.FromMinutes(60));

        await Assert.ThrowsAsync<DirectoryRuleException>(() => UseAsync(AccountLinkKind.SetUp, secret, "eve"));
        Assert.False(Links.IsSetUp());
    }

    [Fact]
    public async Task New_set_up_link_closes_the_one_before()
    {
        var first = await Links.OfferSetUpAsync();
        var second = await Links.OfferSetUpAsync();

        Assert.Null(await Links.FindAsync(AccountLinkKind.SetUp, first));
        Assert.NotNull(await Links.FindAsync(AccountLinkKind.SetUp, second));
    }

    [Fact]
    public async Task Mistake_does_not_use_the_link_up()
    {
        var secret = await Links.OfferSetUpAsync();

        await Assert.ThrowsAsync<DirectoryRuleException>(() => UseAsync(AccountLinkKind.SetUp, secret, "a name with blanks"));

        Assert.NotNull(await UseAsync(AccountLinkKind.SetUp, secret, "ada"));
    }

    [Fact]
    public async Task Invitation_creates_one_account_of_its_role()
    {
        var admin = await _accounts.AddAsync("root", AccountRole.Administrator);
        var secret = await Links.InviteAsync(admin, "Eve", AccountRole.Editor);

        Assert.NotNull(await UseAsync(AccountLinkKind.Invitation, secret, "eve"));

        await Assert.ThrowsAsync<DirectoryRuleException>(() => UseAsync(AccountLinkKind.Invitation, secret, "mallory"));
        Assert.Equal("Editor", await _accounts.SqlAsync("SELECT Role FROM Accounts WHERE UserName = 'eve'"));
        Assert.Empty(await Links.ListOpenAsync());
    }

    [Fact]
    public async Task Invitation_opens_nothing_after_seven_days()
    {
        var secret = await Links.InviteAsync(await _accounts.AddAsync("root", AccountRole.Administrator), "Eve", AccountRole.Editor);
        _accounts.Clock.Advance(TimeSpan.FromDays(7));

        await Assert.ThrowsAsync<DirectoryRuleException>(() => UseAsync(AccountLinkKind.Invitation, secret, "eve"));
    }

    [Fact]
    public async Task Invitation_withdrawn_opens_nothing()
    {
        var admin = await _accounts.AddAsync("root", AccountRole.Administrator);
        var secret = await Links.InviteAsync(admin, "Eve", AccountRole.Editor);

        await Links.RevokeAsync(admin, Assert.Single(await Links.ListOpenAsync()).Id);

        await Assert.ThrowsAsync<DirectoryRuleException>(() => UseAsync(AccountLinkKind.Invitation, secret, "eve"));
    }

    [Fact]
    public async Task Link_of_one_kind_does_not_open_another()
    {
        var secret = await Links.InviteAsync(await _accounts.AddAsync("root", AccountRole.Administrator), "Eve", AccountRole.Editor);

        await Assert.ThrowsAsync<DirectoryRuleException>(() => UseAsync(AccountLinkKind.SetUp, secret, "eve"));
        await Assert.ThrowsAsync<DirectoryRuleException>(
            () => _accounts.Get<LinkUse>().ResetPasswordAsync(secret, AccountDatabase.Password));
    }

    [Fact]
    public async Task User_name_is_given_once_without_regard_to_case()
    {
        var admin = await _accounts.AddAsync("root", AccountRole.Administrator);
        var secret = await Links.InviteAsync(admin, "Eve", AccountRole.Editor);

        var refused = await Assert.ThrowsAsync<DirectoryRuleException>(() => UseAsync(AccountLinkKind.Invitation, secret, "ROOT"));

        Assert.Contains("user name", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_gives_a_new_password_once_and_lifts_the_lockout()
    {
        var admin = await _accounts.AddAsync("root", AccountRole.Administrator);
        await _accounts.AddAsync("ada", AccountRole.Editor);
        var before = await _accounts.SignInAsync("ada");
        for (var i = 0; i < 5; i++)
            await _accounts.SignInAsync("ada", "wrong wrong wrong");
        var secret = await Links.OfferResetAsync(admin, 2);

        Assert.NotNull(await _accounts.Get<LinkUse>().ResetPasswordAsync(secret, "another staple of horses"));

        Assert.False(_accounts.IsOpen(before));
        Assert.NotNull(await _accounts.SignInAsync("ada", "another staple of horses"));
        await Assert.ThrowsAsync<DirectoryRuleException>(
            () => _accounts.Get<LinkUse>().ResetPasswordAsync(secret, "yet another staple of horses"));
    }

    [Fact]
    public async Task Editor_makes_no_links()
    {
        var editor = await _accounts.AddAsync("ada", AccountRole.Editor);

        await Assert.ThrowsAsync<NotAllowedException>(() => Links.InviteAsync(editor, "Eve", AccountRole.Administrator));
        await Assert.ThrowsAsync<NotAllowedException>(() => Links.OfferResetAsync(editor, editor.AccountId));
        await Assert.ThrowsAsync<NotAllowedException>(() => Links.RevokeAsync(editor, 1));
    }

    [Fact]
    public async Task Trail_holds_no_secret()
    {
        var setUp = await Links.OfferSetUpAsync();
        await UseAsync(AccountLinkKind.SetUp, setUp, "ada");
        var invitation = await Links.InviteAsync(new Actor(1, "ada"), "Eve", AccountRole.Editor);

        var text = string.Join(
            '\n', await Task.WhenAll((await _accounts.AuditAsync()).Select(entry => AuditLine.OfAsync(entry, entry.ActorName))));

        Assert.DoesNotContain(setUp!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(invitation, text, StringComparison.Ordinal);
        Assert.DoesNotContain(AccountDatabase.Password, text, StringComparison.Ordinal);
    }

    private Task<NewSession> UseAsync(AccountLinkKind kind, string? secret, string name) =>
        _accounts.Get<LinkUse>().CreateAccountAsync(kind, secret, name, name, AccountDatabase.Password);
}
