using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Functions;

namespace BpoDirectory.Tests.Editing;

/// <summary>What editors do to an entry as a whole.</summary>
public sealed class EntryLifecycleTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    private SlugRedirects Former => _database.Get<SlugRedirects>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Address_of_an_archived_department_leads_to_its_successor_and_on_to_that_ones()
    {
        await ArchiveAsync("legal", "sales");
        Assert.Equal("sales", Former.FindPresentSlug(EntryType.Department, "legal"));
        Assert.Null(Reader.Find("legal"));

        await ArchiveAsync("sales", "marketing");

        Assert.Equal("marketing", Former.FindPresentSlug(EntryType.Department, "legal"));
    }

    [Fact]
    public async Task Archived_department_without_a_successor_leads_nowhere()
    {
        await ArchiveAsync("legal", "");

        Assert.Null(Former.FindPresentSlug(EntryType.Department, "legal"));
    }

    [Fact]
    public async Task Restored_department_is_there_again()
    {
        await ArchiveAsync("legal", "sales");

        Assert.NotNull((await Changes.RestoreAsync(_database.Departments, _database.Ada, "legal"))!.Saved);

        Assert.NotNull(Reader.Find("legal"));
    }

    [Fact]
    public async Task Archiving_leaves_a_draft_as_it_is()
    {
        var open = await _database.OpenAsync("legal");
        await _database.Get<DraftStore>()
            .KeepAsync(_database.Departments, _database.Ada, new(open.Id, open.Version, open.Content, open.Content, null, default));

        await ArchiveAsync("legal", "");

        Assert.NotNull(await _database.Get<DraftStore>().FindAsync(_database.Departments, _database.Ada, open.Id));
    }

    [Fact]
    public async Task Revision_is_the_present_one_again()
    {
        var before = (await _database.OpenAsync("legal")).Content.Summary;
        await _database.EditAsync("legal", content => content.Summary = "New.");

        var outcome = (await Changes.RollBackAsync(_database.Departments, _database.Ada, "legal", 1, present: 2))!;

        Assert.Equal((before, 3), (outcome.Saved!.Content.Summary, outcome.Saved.Version));
        Assert.Null(await Changes.RollBackAsync(_database.Departments, _database.Ada, "legal", 99, present: 3));
    }

    [Fact]
    public async Task Revision_does_not_take_the_place_of_a_version_that_was_not_seen()
    {
        await _database.EditAsync("legal", content => content.Summary = "Seen.");
        await _database.EditAsync("legal", content => content.Summary = "Not seen.", by: _database.Ben);

        var outcome = (await Changes.RollBackAsync(_database.Departments, _database.Ada, "legal", 1, present: 2))!;

        Assert.Equal((null, 3), (outcome.Saved, outcome.Newer!.Version));
        Assert.Equal("Not seen.", (await _database.OpenAsync("legal")).Content.Summary);
    }

    [Fact]
    public async Task Archived_and_restored_entry_keeps_the_notes_in_its_history()
    {
        var editing = new BusinessFunctionEditing();
        var id = (await _database.OpenAsync(editing, "payroll-processing")).Id;

        await Changes.ArchiveAsync(editing, _database.Ada, "payroll-processing", "Given away");
        await Changes.RestoreAsync(editing, _database.Ben, "payroll-processing", "Taken back");

        Assert.Equal(
            [(RevisionAction.Restored, "Ben", "Taken back"), (RevisionAction.Archived, "Ada", "Given away"),
                (RevisionAction.Loaded, "", null)],
            (await _database.Get<RevisionReader>().ListAsync(editing, id))
                .Select(revision => (revision.Action, revision.By, revision.Note)));
    }

    [Fact]
    public async Task Undone_archiving_and_restoring_leave_a_department_as_it_was()
    {
        var before = await _database.OpenAsync("legal");
        var archived = (await ArchiveAsync("legal", "sales")).Saved!;

        var back = (await Changes.UndoAsync(_database.Departments, _database.Ada, archived, before.Content)).Saved!;
        Assert.Equal(ContentJson.Write(before.Content), ContentJson.Write(back.Content));

        archived = (await ArchiveAsync("legal", "sales")).Saved!;
        var restored = (await Changes.RestoreAsync(_database.Departments, _database.Ada, "legal"))!.Saved!;
        var again = (await Changes.UndoAsync(_database.Departments, _database.Ada, restored, archived.Content)).Saved!;
        Assert.Equal((true, "sales"), (again.Content.Archived, again.Content.Successor));
        Assert.Equal(
            [RevisionAction.Archived, RevisionAction.Restored, RevisionAction.Archived, RevisionAction.Restored, RevisionAction.Archived,
                RevisionAction.Loaded],
            (await _database.Get<RevisionReader>().ListAsync(_database.Departments, before.Id)).Select(revision => revision.Action));
    }

    [Fact]
    public async Task Nothing_is_undone_when_somebody_saved_after_it()
    {
        var before = await _database.OpenAsync("legal");
        var archived = (await ArchiveAsync("legal", "sales")).Saved!;
        await _database.EditAsync("legal", content => content.Summary = "Ben's words.", by: _database.Ben);

        var outcome = await Changes.UndoAsync(_database.Departments, _database.Ada, archived, before.Content);

        Assert.Equal((null, 3), (outcome.Saved, outcome.Newer?.Version));
        Assert.Equal("Ben's words.", (await _database.OpenAsync("legal")).Content.Summary);
    }

    [Fact]
    public async Task Version_that_was_not_seen_is_neither_hidden_nor_brought_back()
    {
        await _database.EditAsync("legal", content => content.Summary = "Not seen.", by: _database.Ben);

        Assert.Equal(2, (await Changes.ArchiveAsync(_database.Departments, _database.Ada, "legal", present: 1))!.Newer?.Version);
        Assert.False((await _database.OpenAsync("legal")).Content.Archived);

        Assert.NotNull((await Changes.ArchiveAsync(_database.Departments, _database.Ada, "legal", present: 2))!.Saved);
        Assert.Equal(3, (await Changes.RestoreAsync(_database.Departments, _database.Ada, "legal", present: 2))!.Newer?.Version);
    }

    private async Task<SaveOutcome<DepartmentContent>> ArchiveAsync(string slug, string successor) =>
        (await _database.Get<DepartmentSuccession>().ArchiveAsync(_database.Ada, await _database.OpenAsync(slug), successor, [])).Archived;

    private EntryLifecycle Changes => _database.Get<EntryLifecycle>();

    private DepartmentReader Reader => _database.Get<DepartmentReader>();
}
