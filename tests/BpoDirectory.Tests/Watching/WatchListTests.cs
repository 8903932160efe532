using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Tests.Editing;
using BpoDirectory.Watching;

namespace BpoDirectory.Tests.Watching;

public sealed class WatchListTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    private WatchList Watches => _database.Get<WatchList>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_others_change_of_it_from_then_on_is_news_until_it_is_seen()
    {
        await _database.EditAsync("legal", content => content.Summary = "Before.", by: _database.Ben);
        Assert.True(await Watches.SetAsync(_database.Ada, EntryType.Department, "legal", isOn: true));
        await _database.EditAsync("legal", content => content.Summary = "Of somebody else.", by: _database.Ben);
        await _database.EditAsync("legal", content => content.Summary = "My own.", by: _database.Ada);
        await _database.EditAsync("sales", content => content.Summary = "Of another one.", by: _database.Ben);

        var digest = await Watches.ReadAsync(_database.Ada);
        var change = Assert.Single(digest.Changes);
        Assert.Equal(("legal", "Ben", 3), (change.Slug, change.By, change.Version));
        Assert.Equal(["Legal"], digest.Entries.Select(entry => entry.Name));
        Assert.Empty((await Watches.ReadAsync(_database.Ben)).Changes);

        await Watches.MarkSeenAsync(_database.Ada);
        Assert.Empty((await Watches.ReadAsync(_database.Ada)).Changes);
    }

    [Fact]
    public async Task Everything_can_be_watched_and_each_change_is_told_once()
    {
        await Watches.SetAsync(_database.Ada, null, null, isOn: true);
        await Watches.SetAsync(_database.Ada, EntryType.Department, "legal", isOn: true);
        await _database.EditAsync("legal", content => content.Summary = "New.", by: _database.Ben);
        await _database.EditAsync("sales", content => content.Summary = "New too.", by: _database.Ben);

        var digest = await Watches.ReadAsync(_database.Ada);

        Assert.True(digest.IsEverything);
        Assert.Equal(["sales", "legal"], digest.Changes.Select(change => change.Slug));
    }

    [Fact]
    public async Task Watch_follows_a_renamed_entry_and_ends_when_asked()
    {
        var editing = new BusinessFunctionEditing();
        await Watches.SetAsync(_database.Ada, EntryType.Function, "payroll-processing", isOn: true);
        await Watches.SetAsync(_database.Ada, EntryType.Function, "payroll-processing", isOn: true);
        var open = await _database.OpenAsync(editing, "payroll-processing");
        open.Content.Slug = "paying-people";
        await _database.Get<EntryStore>()
            .SaveAsync(editing, _database.Ben, new EntrySave<BusinessFunctionContent>(open.Id, open.Version, open.Content));

        Assert.Equal("paying-people", Assert.Single((await Watches.ReadAsync(_database.Ada)).Entries).Slug);
        Assert.True(await Watches.IsWatchingAsync(_database.Ada, EntryType.Function, "paying-people"));

        await Watches.SetAsync(_database.Ada, EntryType.Function, "payroll-processing", isOn: false);
        Assert.False(await Watches.IsWatchingAsync(_database.Ada, EntryType.Function, "paying-people"));
        Assert.Empty((await Watches.ReadAsync(_database.Ada)).Changes);
    }

    [Fact]
    public async Task Entry_that_is_not_there_is_not_watched()
    {
        Assert.False(await Watches.SetAsync(_database.Ada, EntryType.Department, "atlantis", isOn: true));
        Assert.False(await Watches.IsWatchingAsync(_database.Ada, EntryType.Department, "atlantis"));
    }

    [Fact]
    public async Task Account_that_is_disabled_watches_nothing_more() =>
        await Assert.ThrowsAsync<NotAllowedException>(
            () => Watches.SetAsync(new Actor(999, "Nobody"), EntryType.Department, "legal", isOn: true));
}
