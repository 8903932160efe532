using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Accounts;

public sealed class AccountRightsTests : IAsyncLifetime
{
    private static readonly DateTime Now = DateTime.UtcNow;

    private readonly TestDatabase _database = new();
    private int _account;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        var account = new Account("ada", "Ada", AccountRole.Editor, Now) { NormalizedUserName = "ADA" };
        await _database.Gate.WriteAsync(db =>
        {
            db.Add(account);
            return Task.CompletedTask;
        });
        _account = account.Id;
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public Task Editor_may_edit() => DemandAsync(AccountRole.Editor);

    [Fact]
    public Task Editor_may_not_administer() => AssertRefusedAsync(AccountRole.Administrator);

    [Fact]
    public async Task Administrator_may_do_both()
    {
        await ChangeAsync(account => account.GiveRole(AccountRole.Administrator));

        await DemandAsync(AccountRole.Editor);
        await DemandAsync(AccountRole.Administrator);
    }

    [Fact]
    public async Task Demoted_administrator_may_not_administer_at_once()
    {
        await ChangeAsync(account => account.GiveRole(AccountRole.Administrator));
        await DemandAsync(AccountRole.Administrator);

        await ChangeAsync(account => account.GiveRole(AccountRole.Editor));

        await AssertRefusedAsync(AccountRole.Administrator);
    }

    [Fact]
    public async Task Disabled_account_may_do_nothing()
    {
        await ChangeAsync(account => account.Disable());

        await AssertRefusedAsync(AccountRole.Editor);
    }

    [Fact]
    public Task Unknown_account_may_do_nothing() =>
        Assert.ThrowsAsync<NotAllowedException>(() => DemandAsync(new Actor(_account + 1, "Eve"), AccountRole.Editor));

    [Theory]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public async Task Session_counts_until_it_is_over(int hours, bool allowed)
    {
        await _database.Gate.WriteAsync(db =>
        {
            db.Add(new AccountSession { SecretHash = "hash", AccountId = _account, CreatedAt = Now, ExpiresAt = Now.AddHours(hours) });
            return Task.CompletedTask;
        });

        if (allowed)
            await DemandAsync(new Actor(_account, "Ada", "hash"), AccountRole.Editor);
        else
            await Assert.ThrowsAsync<NotAllowedException>(() => DemandAsync(new Actor(_account, "Ada", "hash"), AccountRole.Editor));
    }

    [Fact]
    public Task Session_that_was_ended_counts_no_more() =>
        Assert.ThrowsAsync<NotAllowedException>(() => DemandAsync(new Actor(_account, "Ada", "gone"), AccountRole.Editor));

    private Task<NotAllowedException> AssertRefusedAsync(AccountRole least) =>
        Assert.ThrowsAsync<NotAllowedException>(() => DemandAsync(least));

    private Task DemandAsync(AccountRole least) => DemandAsync(new Actor(_account, "Ada"), least);

    private Task DemandAsync(Actor actor, AccountRole least) =>
        _database.Gate.WriteAsync(db => _database.Get<AccountRights>().DemandAsync(db, actor, least));

    private Task ChangeAsync(Action<Account> change) =>
        _database.Gate.WriteAsync(async db => change((await db.Accounts.FindAsync(_account))!));
}
