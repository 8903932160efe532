using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing.Drafts;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Editing.Drafts;

/// <summary>Drafts while somebody sets the clock.</summary>
public sealed class DraftStoreTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();
    private readonly TestClock _clock = new();
    private DraftStore _drafts = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _drafts = new DraftStore(
            _database.Get<WriteGate>(), _database.Get<IDbContextFactory<DirectoryDbContext>>(), _database.Get<AccountRights>(), _clock);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_was_kept_after_the_clock_was_set_back_is_not_discarded_with_what_was_found_before()
    {
        await KeepAsync("Before");
        var found = (await _drafts.FindAsync(_database.Departments, _database.Ada, 0, "tab"))!;

        _clock.SetBack(TimeSpan.FromDays(40));
        await KeepAsync("Since");
        await _drafts.DiscardAsync(_database.Departments, _database.Ada, found);

        Assert.Equal("Since", (await _drafts.FindAsync(_database.Departments, _database.Ada, 0, "tab"))?.Content.Name);
    }

    [Fact]
    public async Task What_was_kept_after_the_clock_was_set_back_is_the_latest()
    {
        await KeepAsync("Before");
        _clock.SetBack(TimeSpan.FromDays(40));
        var since = await KeepAsync("Since", "another tab");

        var latest = (await _drafts.FindAsync(_database.Departments, _database.Ada, 0))!;

        Assert.Equal(("Since", since), (latest.Content.Name, latest.SavedAt));
    }

    private Task<DateTime> KeepAsync(string name, string form = "tab") => _drafts.KeepAsync(
        _database.Departments, _database.Ada, new(0, 0, new(), new() { Name = name }, null, default), form);
}
