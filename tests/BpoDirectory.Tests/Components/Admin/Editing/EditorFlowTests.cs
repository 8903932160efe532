using BpoDirectory.Components.Admin.Editing;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Tests.Editing;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class EditorFlowTests : IAsyncLifetime
{
    private const string Slug = "customer-service";

    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Undo_asked_for_twice_is_done_once()
    {
        var (session, flow) = await OpenAsync();
        var before = session.Content.Summary;
        await SaveAsync(session, flow);
        var saved = flow.Saved!;

        await Task.WhenAll(flow.UndoAsync(saved), flow.UndoAsync(saved));
        await flow.UndoAsync(saved);

        var now = await _database.OpenAsync(Slug);
        Assert.Equal((before, saved.Entry.Version + 1), (now.Content.Summary, now.Version));
        Assert.False(flow.IsTooLate);
    }

    [Fact]
    public async Task Creation_taken_back_by_two_presses_is_not_brought_back_by_the_second()
    {
        var (session, flow) = await OpenAsync(isNew: true);
        await SaveAsync(session, flow);
        var created = flow.Saved!;

        await Task.WhenAll(flow.UndoAsync(created), flow.UndoAsync(created));

        var archived = await _database.OpenAsync("bridges");
        Assert.Equal((true, 2), (archived.Content.Archived, archived.Version));
        await flow.UndoAsync(flow.Saved!);
        Assert.False((await _database.OpenAsync("bridges")).Content.Archived);
    }

    [Fact]
    public async Task Undo_of_a_save_that_is_no_longer_shown_does_nothing()
    {
        var (session, flow) = await OpenAsync();
        await SaveAsync(session, flow);
        var shown = flow.Saved!;
        session.Content.Summary = "Typed on.";
        flow.NoteChange();

        await flow.UndoAsync(shown);

        Assert.Equal(("Typed on.", shown.Entry.Version), (session.Content.Summary, (await _database.OpenAsync(Slug)).Version));
    }

    [Fact]
    public async Task Save_asked_for_twice_is_done_once()
    {
        var (session, flow) = await OpenAsync(isNew: true);
        session.Content.Summary = "Mine.";
        await flow.ReviewAsync();

        await Task.WhenAll(flow.SaveAsync(), flow.SaveAsync());
        await flow.SaveAsync();

        Assert.Equal(1, (await _database.OpenAsync("bridges")).Version);
        Assert.True(flow.Saved!.CanUndo);
    }

    [Fact]
    public async Task Review_goes_straight_to_the_merge_when_somebody_has_saved_since()
    {
        var (session, flow) = await OpenAsync();
        session.Content.Summary = "Ada’s.";
        await _database.EditAsync(Slug, content => content.Summary = "Ben’s.", by: _database.Ben);

        await flow.ReviewAsync();

        Assert.Equal((false, 2, EditorIds.Panel), (flow.IsReviewing, session.Newer?.Version, flow.Focus?.Id));
    }

    [Fact]
    public async Task Newer_version_is_shown_as_it_is_where_nothing_was_typed()
    {
        var (session, flow) = await OpenAsync();
        await _database.EditAsync(Slug, content => content.Summary = "Ben’s.", by: _database.Ben);

        await flow.TakeUpNewerAsync();

        Assert.Equal((null, "Ben’s.", 2), (session.Newer, session.Content.Summary, session.BaseVersion));
    }

    [Trait(TestServer.Database, TestServer.File)]
    [Fact]
    public async Task What_cannot_be_kept_at_present_stays_and_is_kept_later()
    {
        var (session, flow) = await OpenAsync();
        await using (await LockAsync())
        {
            session.Content.Summary = "Mine.";
            await flow.KeepAsync();

            Assert.NotNull(flow.NotKept);
            Assert.True(session.Draft.HasUnsavedInput);
            Assert.Contains("Mine.", flow.TakeUnsavedText(), StringComparison.Ordinal);
        }

        await flow.KeepAsync();

        Assert.Equal((null, false), (flow.NotKept, session.Draft.HasUnsavedInput));
    }

    [Trait(TestServer.Database, TestServer.File)]
    [Fact]
    public async Task Save_that_cannot_be_made_at_present_is_told_and_can_be_made_later()
    {
        var (session, flow) = await OpenAsync();
        session.Content.Summary = "Mine.";
        await flow.ReviewAsync();
        await using (await LockAsync())
        {
            await flow.SaveAsync();

            Assert.Equal((false, true, null), (flow.NotKept is null, flow.IsReviewing, flow.Saved));
            await flow.KeepAsync();
            Assert.NotNull(flow.NotKept);
        }

        await flow.SaveAsync();

        Assert.Equal((null, "Mine."), (flow.NotKept, flow.Saved?.Entry.Content.Summary));
    }

    // Whoever has the file for itself keeps everybody else from writing, as a full disk does.
    private async Task<IAsyncDisposable> LockAsync()
    {
        var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        await db.Database.BeginTransactionAsync();
        return db;
    }

    private static async Task SaveAsync(EditingSession<DepartmentContent> session, EditorFlow<DepartmentContent> flow)
    {
        session.Content.Summary = "Mine.";
        await flow.ReviewAsync();
        await flow.SaveAsync();
    }

    private async Task<(EditingSession<DepartmentContent> Session, EditorFlow<DepartmentContent> Flow)> OpenAsync(bool isNew = false)
    {
        var session =
            new EditingSession<DepartmentContent>(
                _database.Departments, _database.Ada, _database.Get<EntryStore>(), _database.Get<DraftStore>());
        var open = await _database.OpenAsync(Slug);
        if (!isNew)
            await session.OpenAsync(open);
        else
            await session.OpenNewAsync(
                new DepartmentContent
                {
                    Name = "Bridges", Slug = "bridges", Summary = "Builds.", Office = Office.Back, OfficeBasis = OfficeBasis.Judged,
                    OfficeReason = "No client meets it.",
                });
        return (session, new EditorFlow<DepartmentContent>(session, TimeProvider.System));
    }
}
