using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Accounts;

public sealed class AccountAdministrationTests : IAsyncLifetime
{
    private AccountDatabase _accounts = null!;
    private Actor _admin = null!;

    private AccountAdministration Administration => _accounts.Get<AccountAdministration>();

    public async Task InitializeAsync()
    {
        _accounts = await AccountDatabase.NewAsync();
        _admin = await _accounts.AddAsync("root", AccountRole.Administrator);
    }

    public Task DisposeAsync() => _accounts.DisposeAsync().AsTask();

    [Theory]
    [InlineData("grace", "Grace Hopper", "user name")]
    [InlineData("hopper", "grace hopper", "name of another account")]
    public async Task Administrator_made_by_a_command_has_nobody_elses_name(string userName, string displayName, string told)
    {
        await Administration.CreateAdministratorAsync("grace", "Grace Hopper", "correct horse staple");

        var refused = await Assert.ThrowsAsync<DirectoryRuleException>(
            () => Administration.CreateAdministratorAsync(userName, displayName, "correct horse staple"));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_administrator_is_neither_demoted_nor_disabled()
    {
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Administration.GiveRoleAsync(_admin, _admin.AccountId, AccountRole.Editor));
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Administration.DisableAsync(_admin, _admin.AccountId));
    }

    [Fact]
    public async Task Disabled_administrator_does_not_count_as_another()
    {
        var other = await _accounts.AddAsync("other", AccountRole.Administrator);
        await Administration.DisableAsync(_admin, other.AccountId);

        await Assert.ThrowsAsync<DirectoryRuleException>(() => Administration.DisableAsync(_admin, _admin.AccountId));
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 20; round++)
        {
            var other = await _accounts.AddAsync($"other{round}", AccountRole.Administrator);

            var removals = new[]
            {
                Task.Run(() => Administration.GiveRoleAsync(_admin, other.AccountId, AccountRole.Editor)),
                Task.Run(() => Administration.DisableAsync(other, _admin.AccountId)),
            };
            await Task.WhenAll(removals.Select(removal => removal.ContinueWith(_ => { }, TaskScheduler.Default)));

            Assert.Equal(1, removals.Count(removal => removal.IsCompletedSuccessfully));
            Assert.Equal(1L, await _accounts.SqlAsync("SELECT COUNT(*) FROM Accounts WHERE Role = 'Administrator' AND NOT IsDisabled"));
            _admin = removals[0].IsCompletedSuccessfully ? _admin : other;
        }
    }

    [Fact]
    public async Task Editor_may_change_nobody()
    {
        var editor = await _accounts.AddAsync("ada", AccountRole.Editor);

        await Assert.ThrowsAsync<NotAllowedException>(
            () => Administration.GiveRoleAsync(editor, editor.AccountId, AccountRole.Administrator));
        await Assert.ThrowsAsync<NotAllowedException>(() => Administration.DisableAsync(editor, _admin.AccountId));
        await Assert.ThrowsAsync<NotAllowedException>(() => Administration.EnableAsync(editor, editor.AccountId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Links_of_a_former_administrator_open_nothing(bool isDemoted)
    {
        var (links, former) = (_accounts.Get<AccountLinks>(), await _accounts.AddAsync("former", AccountRole.Administrator));
        var (theirs, others) =
            (await links.InviteAsync(former, "a friend", AccountRole.Administrator),
                await links.InviteAsync(_admin, "ada", AccountRole.Editor));

        await (isDemoted
            ? Administration.GiveRoleAsync(_admin, former.AccountId, AccountRole.Editor)
            : Administration.DisableAsync(_admin, former.AccountId));

        Assert.Null(await links.FindAsync(AccountLinkKind.Invitation, theirs));
        Assert.NotNull(await links.FindAsync(AccountLinkKind.Invitation, others));
        Assert.Equal(
            ("a friend", _admin.Name),
            (await _accounts.AuditAsync()).Where(entry => entry.Kind == AuditKind.InvitationRevoked)
                .Select(entry => (entry.Subject, entry.ActorName)).Single());
    }

    [Fact]
    public async Task Each_change_is_in_the_trail_once()
    {
        var ada = await _accounts.AddAsync("ada", AccountRole.Editor);

        await Administration.GiveRoleAsync(_admin, ada.AccountId, AccountRole.Administrator);
        await Administration.GiveRoleAsync(_admin, ada.AccountId, AccountRole.Administrator);
        await Administration.DisableAsync(_admin, ada.AccountId);
        await Administration.DisableAsync(_admin, ada.AccountId);
        await Administration.EnableAsync(_admin, ada.AccountId);

        Assert.Equal(
            [(AuditKind.RoleChanged, "ada", "Editor → Administrator"), (AuditKind.AccountDisabled, "ada", ""),
                (AuditKind.AccountEnabled, "ada", "")],
            (await _accounts.AuditAsync()).Select(entry => (entry.Kind, entry.Subject, entry.Detail)));
    }
}
