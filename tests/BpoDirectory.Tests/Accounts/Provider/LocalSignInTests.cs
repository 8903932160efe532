using BpoDirectory.Accounts;
using BpoDirectory.Accounts.Provider;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Accounts.Provider;

public sealed class LocalSignInTests : IAsyncLifetime
{
    private static readonly ProviderSettings Everyone = new() { Authority = new Uri("https://login.example.com"), Name = "Example Login" };

    private static readonly ProviderSettings Administrators = Everyone with { IsLocalForAdministrators = true };

    private AccountDatabase _accounts = null!;

    public async Task InitializeAsync() => await StartAsync(Administrators);

    public Task DisposeAsync() => _accounts.DisposeAsync().AsTask();

    [Fact]
    public async Task Passwords_for_administrators_open_their_accounts_only()
    {
        await _accounts.AddAsync("root", AccountRole.Administrator);
        await _accounts.AddAsync("ada", AccountRole.Editor);

        Assert.True(_accounts.IsOpen(await _accounts.SignInAsync("root")));
        Assert.Null(await _accounts.SignInAsync("ada"));
    }

    [Fact]
    public async Task Links_are_made_for_administrators_only()
    {
        var root = await _accounts.AddAsync("root", AccountRole.Administrator);
        var ada = await _accounts.AddAsync("ada", AccountRole.Editor);
        var links = _accounts.Get<AccountLinks>();

        var invited = await Assert.ThrowsAsync<DirectoryRuleException>(() => links.InviteAsync(root, "Grace", AccountRole.Editor));
        await Assert.ThrowsAsync<DirectoryRuleException>(() => links.OfferResetAsync(root, ada.AccountId));

        Assert.Equal("Passwords and passkeys are for administrators only. Everybody else signs in with Example Login.", invited.Message);
        Assert.NotEmpty(await links.InviteAsync(root, "Grace", AccountRole.Administrator));
        Assert.NotEmpty(await links.OfferResetAsync(root, root.AccountId));
    }

    [Fact]
    public async Task Link_made_before_passwords_were_closed_opens_nothing_any_more()
    {
        var root = await _accounts.AddAsync("root", AccountRole.Administrator);
        var ada = await _accounts.AddAsync("ada", AccountRole.Administrator);
        var links = _accounts.Get<AccountLinks>();
        var reset = await links.OfferResetAsync(root, ada.AccountId);
        await _accounts.Get<AccountAdministration>().GiveRoleAsync(root, ada.AccountId, AccountRole.Editor);

        await Assert.ThrowsAsync<DirectoryRuleException>(() => _accounts.Get<LinkUse>().ResetPasswordAsync(reset, "another good password"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Password_of_an_account_that_came_by_the_provider_opens_it_only_where_there_is_none(bool isProviderOn, bool isOpen)
    {
        await _accounts.DisposeAsync();
        await StartAsync(isProviderOn ? Everyone : new ProviderSettings());
        var ada = await _accounts.AddAsync("ada", AccountRole.Administrator);
        await _accounts.SqlAsync(
            $"INSERT INTO ProviderIdentities (Issuer, Subject, AccountId) VALUES ('https://login.example.com', '1', {ada.AccountId})");

        Assert.Equal(isOpen, _accounts.IsOpen(await _accounts.SignInAsync("ada")));
    }

    private async Task StartAsync(ProviderSettings provider) => _accounts = await AccountDatabase.NewAsync(provider: provider);
}
