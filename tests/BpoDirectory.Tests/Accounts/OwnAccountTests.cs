using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Accounts;

public sealed class OwnAccountTests : IAsyncLifetime
{
    private AccountDatabase _accounts = null!;
    private Actor _ada = null!;

    private OwnAccount Own => _accounts.Get<OwnAccount>();

    public async Task InitializeAsync()
    {
        _accounts = await AccountDatabase.NewAsync();
        _ada = await _accounts.AddAsync("Ada", AccountRole.Editor);
    }

    public async Task DisposeAsync() => await _accounts.DisposeAsync();

    [Fact]
    public async Task Name_is_changed_and_the_audit_says_from_what_to_what()
    {
        await Own.RenameAsync(_ada, " Ada Lovelace ");

        Assert.Equal("Ada Lovelace", (await Own.FindAsync(_ada)).DisplayName);
        var entry = Assert.Single(await _accounts.AuditAsync());
        Assert.Equal(
            (AuditKind.NameChanged, "Ada", "Ada", "Ada → Ada Lovelace"), (entry.Kind, entry.ActorName, entry.Subject, entry.Detail));
    }

    [Fact]
    public async Task Whoever_is_signed_in_has_the_new_name_from_the_next_request_on()
    {
        var session = await _accounts.SignInAsync("Ada");

        await Own.RenameAsync(_ada, "Ada Lovelace");

        Assert.Equal("Ada Lovelace", _accounts.Get<Sessions>().Find(Secret.Hash(session!.Secret))!.Identity!.Name);
    }

    [Fact]
    public async Task Name_that_stays_the_same_is_no_change()
    {
        await Own.RenameAsync(_ada, "Ada ");

        Assert.Empty(await _accounts.AuditAsync());
    }

    [Fact]
    public async Task Name_pasted_over_two_lines_becomes_one()
    {
        await Own.RenameAsync(_ada, "Two\nlines");

        Assert.Equal("Two lines", (await Own.FindAsync(_ada)).DisplayName);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u200E ")]
    public async Task Name_that_nobody_could_read_is_refused_and_changes_nothing(string name)
    {
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Own.RenameAsync(_ada, name));

        Assert.Equal("Ada", (await Own.FindAsync(_ada)).DisplayName);
        Assert.Empty(await _accounts.AuditAsync());
    }

    [Fact]
    public async Task Who_may_edit_no_longer_cannot_change_the_name()
    {
        var root = await _accounts.AddAsync("Root", AccountRole.Administrator);
        await _accounts.Get<AccountAdministration>().DisableAsync(root, _ada.AccountId);

        await Assert.ThrowsAsync<NotAllowedException>(() => Own.RenameAsync(_ada, "Ada Lovelace"));
    }
}
