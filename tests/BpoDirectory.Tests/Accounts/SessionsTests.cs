using System.Security.Claims;
using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Accounts;

public sealed class SessionsTests : IAsyncLifetime
{
    private AccountDatabase _accounts = null!;
    private Actor _admin = null!;
    private NewSession _session = null!;

    public async Task InitializeAsync()
    {
        _accounts = await AccountDatabase.NewAsync();
        _admin = await _accounts.AddAsync("root", AccountRole.Administrator);
        await _accounts.AddAsync("ada", AccountRole.Editor);
        _session = (await _accounts.SignInAsync("ada"))!;
    }

    public Task DisposeAsync() => _accounts.DisposeAsync().AsTask();

    [Fact]
    public async Task Session_that_was_ended_is_nobodys()
    {
        var user = _accounts.Get<Sessions>().Find(Secret.Hash(_session.Secret))!;

        await _accounts.Get<Sessions>().EndAsync(Actor.From(user));

        Assert.False(_accounts.IsOpen(_session));
    }

    [Fact]
    public void Session_is_over_after_its_time()
    {
        _accounts.Clock.Advance(Sessions.Usual - TimeSpan.FromSeconds(1));
        Assert.True(_accounts.IsOpen(_session));

        _accounts.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_accounts.IsOpen(_session));
    }

    [Fact]
    public async Task Role_is_the_one_that_the_account_has_now()
    {
        await _accounts.Get<AccountAdministration>().GiveRoleAsync(_admin, 2, AccountRole.Administrator);

        Assert.Equal("Administrator", _accounts.Get<Sessions>().Find(Secret.Hash(_session.Secret))!.FindFirstValue(ClaimTypes.Role));
    }

    [Fact]
    public async Task Disabled_account_loses_its_session_at_once_and_does_not_get_it_back()
    {
        await _accounts.Get<AccountAdministration>().DisableAsync(_admin, 2);
        Assert.False(_accounts.IsOpen(_session));

        await _accounts.Get<AccountAdministration>().EnableAsync(_admin, 2);
        Assert.False(_accounts.IsOpen(_session));
    }

    [Fact]
    public async Task Changed_password_ends_every_other_session()
    {
        var other = await _accounts.SignInAsync("ada");

        await _accounts.Get<OwnAccount>().ChangePasswordAsync(
            new Actor(2, "ada", Secret.Hash(_session.Secret)), AccountDatabase.Password, "another staple of horses");

        Assert.True(_accounts.IsOpen(_session));
        Assert.False(_accounts.IsOpen(other));
        Assert.Null(await _accounts.SignInAsync("ada"));
        Assert.NotNull(await _accounts.SignInAsync("ada", "another staple of horses"));
    }

    [Fact]
    public async Task Wrong_present_password_changes_nothing_and_is_audited()
    {
        await Assert.ThrowsAsync<DirectoryRuleException>(() => _accounts.Get<OwnAccount>().ChangePasswordAsync(
            new Actor(2, "Ada", Secret.Hash(_session.Secret)), "not the present one", "another staple of horses"));

        Assert.NotNull(await _accounts.SignInAsync("ada"));
        var failure = (await _accounts.AuditAsync()).Single(entry => entry.Kind == AuditKind.SignInFailed);
        Assert.Equal(("ada", "Ada", "present password, to change it"), (failure.Subject, failure.ActorName, failure.Detail));
    }

    [Fact]
    public async Task Secret_is_not_stored() =>
        Assert.Equal(0L, await _accounts.SqlAsync($"SELECT COUNT(*) FROM AccountSessions WHERE SecretHash = '{_session.Secret}'"));
}
