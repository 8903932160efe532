using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;

namespace BpoDirectory.Tests.Editing.Drafts;

/// <summary>Notes on what is not done yet.</summary>
public sealed class NoteDraftStoreTests : IAsyncLifetime
{
    private static readonly Intent Archiving = new(EntryType.Department, 1, RevisionAction.Archived);

    private readonly EditingDatabase _database = new();

    private NoteDraftStore Notes => _database.Get<NoteDraftStore>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Note_is_kept_for_its_author_and_intent_alone_and_the_last_one_stands()
    {
        await Notes.KeepAsync(_database.Ada, Archiving, "One");
        var kept = await Notes.KeepAsync(_database.Ada, Archiving, "One two");

        Assert.Equal(new KeptNote("One two", kept.SavedAt!.Value), await Notes.FindAsync(_database.Ada, Archiving));
        Assert.Null(await Notes.FindAsync(_database.Ben, Archiving));
        Assert.Null(await Notes.FindAsync(_database.Ada, Archiving with { Action = RevisionAction.RolledBack }));
        Assert.Null(await Notes.FindAsync(_database.Ada, Archiving with { EntryId = 2 }));
        Assert.Null(await Notes.FindAsync(_database.Ada, Archiving with { EntryType = EntryType.ServiceLine }));
    }

    [Fact]
    public async Task Note_of_another_tab_is_told_when_one_takes_its_place()
    {
        var first = await Notes.KeepAsync(_database.Ada, Archiving, "Of the first tab");

        Assert.Null(first.Replaced);
        Assert.Null((await Notes.KeepAsync(_database.Ada, Archiving, "Of the first tab, longer", first.SavedAt)).Replaced);
        Assert.Equal("Of the first tab, longer", (await Notes.KeepAsync(_database.Ada, Archiving, "Of the second tab")).Replaced);
    }

    [Fact]
    public async Task Emptied_note_is_not_kept()
    {
        await Notes.KeepAsync(_database.Ada, Archiving, "One");

        Assert.Null((await Notes.KeepAsync(_database.Ada, Archiving, "")).SavedAt);

        Assert.Null(await Notes.FindAsync(_database.Ada, Archiving));
        Assert.Empty(await Notes.ListAsync(_database.Ada));
    }

    [Fact]
    public async Task Note_is_done_with_when_its_author_has_done_what_it_is_on()
    {
        var legal = new Intent(EntryType.Department, (await _database.OpenAsync("legal")).Id, RevisionAction.Archived);
        await Notes.KeepAsync(_database.Ada, legal, "Ada’s");
        await Notes.KeepAsync(_database.Ben, legal, "Ben’s");
        await Notes.KeepAsync(_database.Ada, legal with { Action = RevisionAction.RolledBack }, "On another");

        await _database.Get<EntryLifecycle>().ArchiveAsync(_database.Departments, _database.Ada, "legal", "Ada’s");

        Assert.Null(await Notes.FindAsync(_database.Ada, legal));
        Assert.Equal("Ben’s", (await Notes.FindAsync(_database.Ben, legal))!.Text);
        Assert.Equal("On another", (await Notes.FindAsync(_database.Ada, legal with { Action = RevisionAction.RolledBack }))!.Text);
    }

    [Fact]
    public async Task Note_that_was_sent_already_is_not_kept_when_it_arrives_late()
    {
        var legal = new Intent(EntryType.Department, (await _database.OpenAsync("legal")).Id, RevisionAction.Archived);
        await _database.Get<EntryLifecycle>().ArchiveAsync(_database.Departments, _database.Ada, "legal", "Closed");

        await Notes.KeepAsync(_database.Ada, legal, "Closed");
        await Notes.KeepAsync(_database.Ben, legal, "Closed");

        Assert.Null(await Notes.FindAsync(_database.Ada, legal));
        Assert.NotNull(await Notes.FindAsync(_database.Ben, legal));
    }

    [Fact]
    public async Task Who_may_not_edit_keeps_none() =>
        await Assert.ThrowsAsync<NotAllowedException>(() => Notes.KeepAsync(new Actor(4_711, "Nobody"), Archiving, "One"));
}
