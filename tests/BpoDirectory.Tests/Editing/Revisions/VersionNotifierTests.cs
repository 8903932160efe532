using BpoDirectory.Data;
using BpoDirectory.Editing.Revisions;

namespace BpoDirectory.Tests.Editing.Revisions;

public sealed class VersionNotifierTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();
    private readonly List<Revision> _told = [];

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _database.Get<VersionNotifier>().Saved += _told.Add;
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Saved_version_is_told_with_who_saved_it_and_those_that_change_with_it()
    {
        var saved = (await _database.EditAsync("legal", content => content.Functions.RemoveAt(0), by: _database.Ben)).Saved!;

        Assert.Contains((EntryType.Department, saved.Id, 2, "Ben"), _told.Select(revision => (revision.EntryType, revision.EntryId, revision.Number, revision.By)));
        Assert.Contains(EntryType.Function, _told.Select(revision => revision.EntryType));
        Assert.DoesNotContain(RevisionAction.Loaded, _told.Select(revision => revision.Action));
    }

    [Fact]
    public async Task Save_that_comes_to_nothing_is_not_told()
    {
        await _database.EditAsync("legal", content => content.Name = "");
        await _database.EditAsync("legal", _ => { });

        Assert.Empty(_told);
    }
}
