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
        _accounts.Clock.Advance(SessionLimits.Default.Usual - TimeSpan.FromSeconds(1));
        Assert.True(_accounts.IsOpen(_session));

        _accounts.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_accounts.IsOpen(_session));
    }

    [Fact]
    public async Task Session_that_nobody_uses_is_over_sooner_and_stays_so()
    {
        await using var accounts = await AccountDatabase.NewAsync(SessionLimits.Default with { Idle = TimeSpan.FromMinutes(30) });
        await accounts.AddAsync("ada", AccountRole.Editor);
        var session = (await accounts.SignInAsync("ada"))!;
        var hash = Secret.Hash(session.Secret);
        var sessions = accounts.Get<Sessions>();

        for (var i = 0; i < 5; i++)
        {
            accounts.Clock.Advance(TimeSpan.FromMinutes(29));
            Assert.NotNull(sessions.Use(hash));
        }
        accounts.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.NotNull(sessions.Find(hash));
        accounts.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(sessions.Find(hash));
        Assert.Null(sessions.Use(hash));
        Assert.False(accounts.Get<SessionActivity>().TryUse(hash));
    }

    [Fact]
    public void Session_that_nobody_uses_is_over_although_the_clock_was_set_back()
    {
        _accounts.Clock.SetBack(TimeSpan.FromDays(40));
        Assert.True(_accounts.IsOpen(_session));

        _accounts.Clock.Advance(SessionLimits.Default.Idle);

        Assert.False(_accounts.IsOpen(_session));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Session_is_over_after_its_time_however_much_it_is_used(bool stays)
    {
        var limits = new SessionLimits(TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(5));
        await using var accounts = await AccountDatabase.NewAsync(limits);
        await accounts.AddAsync("ada", AccountRole.Editor);
        var session = (await accounts.Get<PasswordSignIn>().TryAsync("ada", AccountDatabase.Password, stays, null))!;
        var uses = 0;
        while (accounts.Get<Sessions>().Use(Secret.Hash(session.Secret)) is not null)
        {
            accounts.Clock.Advance(TimeSpan.FromMinutes(30));
            uses++;
        }

        Assert.Equal((stays ? limits.Extended : limits.Usual) / TimeSpan.FromMinutes(30), uses);
    }

    [Fact]
    public async Task One_persons_wrong_guesses_keep_nobody_else_from_changing_their_password()
    {
        var ada = new Actor(2, "ada", Secret.Hash(_session.Secret));
        // To sign in was the first attempt.
        for (var i = 1; i < AttemptLimits.PerName; i++)
            await Assert.ThrowsAsync<DirectoryRuleException>(
                () => _accounts.Get<OwnAccount>().ChangePasswordAsync(ada, "not the present one", "another staple of horses"));
        await Assert.ThrowsAsync<TooManyAttemptsException>(
            () => _accounts.Get<OwnAccount>().ChangePasswordAsync(ada, AccountDatabase.Password, "another staple of horses"));

        await _accounts.Get<OwnAccount>().ChangePasswordAsync(_admin, AccountDatabase.Password, "another staple of horses");

        Assert.NotNull(await _accounts.SignInAsync("root", "another staple of horses"));
    }

    [Fact]
    public async Task Tokens_end_with_a_reset_of_the_password_and_with_the_account_and_do_not_come_back()
    {
        var (tokens, ada) = (_accounts.Get<ApiTokens>(), new Actor(2, "ada"));
        var first = await tokens.CreateAsync(ada, "First", 30);
        var link = await _accounts.Get<AccountLinks>().OfferResetAsync(_admin, 2);
        await _accounts.Get<LinkUse>().ResetPasswordAsync(link, "another staple of horses");
        Assert.Null(await tokens.FindAsync(first));

        var second = await tokens.CreateAsync(ada, "Second", 30);
        await _accounts.Get<OwnAccount>().ChangePasswordAsync(ada, "another staple of horses", "third staple of horses");
        Assert.NotNull(await tokens.FindAsync(second));
        await _accounts.Get<AccountAdministration>().DisableAsync(_admin, 2);
        await _accounts.Get<AccountAdministration>().EnableAsync(_admin, 2);
        Assert.Null(await tokens.FindAsync(second));
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
