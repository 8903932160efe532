using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Editing.Revisions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Editing;

public sealed class EditingSessionTests : IAsyncLifetime
{
    private const string Slug = "customer-service";

    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_is_typed_is_offered_when_the_entry_is_opened_again()
    {
        var session = await OpenAsync();
        session.Content.Summary = "Begun.";
        session.Note = "Why";
        await session.Draft.KeepAsync();

        var again = await OpenAsync();
        Assert.Equal("Begun.", again.Draft.Offered!.Content.Summary);
        Assert.NotEqual("Begun.", again.Content.Summary);
        again.Draft.Continue();

        Assert.Equal(("Begun.", "Why"), (again.Content.Summary, again.Note));
        Assert.True(again.IsChanged);
    }

    [Fact]
    public async Task Version_saved_by_somebody_else_is_known_as_soon_as_it_is_told_and_is_merged_on_demand()
    {
        var session = await OpenAsync();
        session.Content.Summary = "Ada’s.";
        _database.Get<VersionNotifier>().Saved += session.NoteSaved;

        await _database.EditAsync(Slug, content => content.OfficeReason = "Ben’s.", by: _database.Ben);

        Assert.True(session.IsOutdated);
        Assert.Equal(
            (2, "Ben", "Ben’s."), (session.Present!.Entry.Version, session.Present.SavedBy, session.Present.Entry.Content.OfficeReason));
        Assert.True(await session.FindNewerAsync());
        Assert.False(session.IsOutdated);
        session.GoOnFrom(session.Newer!.Merge.Content);
        Assert.Equal(("Ada’s.", "Ben’s.", 2), (session.Content.Summary, session.Content.OfficeReason, session.BaseVersion));
        Assert.False(await session.FindNewerAsync());
    }

    [Fact]
    public async Task Fields_tell_whether_they_are_changed_and_how_much_they_list()
    {
        var session = await OpenAsync();
        session.Content.Summary = "Mine.";
        session.Content.Aliases.Add(new AliasContent { Name = "Helpers" });

        var states = session.FieldStates.ToDictionary(state => state.Field.Name);

        Assert.Equal(
            ["summary", "aliases"], states.Values.Where(state => state.IsChanged).Select(state => state.Field.Name).OrderDescending());
        Assert.Equal(
            (session.Content.Aliases.Count, null, null), (states["aliases"].Items, states["summary"].Items, states["sources"].Items));
    }

    [Fact]
    public async Task Own_save_is_nothing_newer()
    {
        var session = await OpenAsync();
        _database.Get<VersionNotifier>().Saved += session.NoteSaved;
        session.Content.Summary = "Mine.";

        await session.SaveAsync();

        Assert.False(session.IsOutdated);
        Assert.Equal(2, session.Present!.Entry.Version);
    }

    [Fact]
    public async Task What_is_typed_beside_the_content_is_given_back_and_outlives_a_save()
    {
        var session = await OpenAsync();
        session.SetPendingInput("Name of a new function", "Bridge repair");
        Assert.True(session.HasTyped);
        Assert.False(session.IsChanged);
        await session.Draft.KeepAsync();

        var again = await OpenAsync();
        again.Draft.Continue();
        again.Content.Summary = "Mine.";
        Assert.NotNull(await again.SaveAsync());

        var last = await OpenAsync();
        Assert.Equal("Bridge repair", last.Draft.Offered!.PendingInput["Name of a new function"]);
        last.Draft.Continue();
        Assert.Equal("Name of a new function:\nBridge repair", last.ChangedText);
        last.SetPendingInput("Name of a new function", null);
        await last.Draft.KeepAsync();
        Assert.Null((await OpenAsync()).Draft.Offered);
    }

    [Fact]
    public async Task Draft_that_is_offered_is_not_overwritten_by_what_is_there()
    {
        await KeepAsync("Begun.");
        var again = await OpenAsync();

        again.Content.Summary = "Something else.";
        await again.Draft.KeepAsync();

        Assert.Equal("Begun.", (await OpenAsync()).Draft.Offered!.Content.Summary);
    }

    [Fact]
    public async Task What_is_typed_in_two_tabs_is_one_draft_with_all_of_it()
    {
        var (first, second) = (await OpenAsync(), await OpenAsync());
        (first.Content.Summary, first.Content.OfficeReason) = ("Summary of the first.", "Reason of the first.");
        await first.Draft.KeepAsync();
        (second.Content.OfficeReason, second.Content.Description) = ("Reason of the second.", "Description of the second.");
        await second.Draft.KeepAsync();

        var draft = (await OpenAsync()).Draft.Offered!;

        Assert.Equal(
            ("Summary of the first.", "Reason of the second.", "Description of the second."),
            (draft.Content.Summary, draft.Content.OfficeReason, draft.Content.Description));
        Assert.Equal("Reason of the first.", draft.PendingInput["Reason for the office, in another tab"]);
    }

    [Fact]
    public async Task What_another_tab_has_kept_since_outlives_a_save_and_a_change_taken_back()
    {
        var (first, second, third) = (await OpenAsync(), await OpenAsync(), await OpenAsync());
        third.Content.Name = "Taken back";
        await third.Draft.KeepAsync();
        first.Content.Summary = "Summary of the first.";
        await first.Draft.KeepAsync();
        second.Content.OfficeReason = "Reason of the second.";
        await second.Draft.KeepAsync();

        Assert.NotNull(await first.SaveAsync());
        third.Content.Name = (await _database.OpenAsync(Slug)).Content.Name;
        await third.Draft.KeepAsync();

        Assert.Equal("Reason of the second.", (await OpenAsync()).Draft.Offered!.Content.OfficeReason);
    }

    [Fact]
    public async Task Draft_from_another_version_is_kept_beside_what_is_typed_now()
    {
        var old = await OpenAsync();
        old.Content.Summary = "Begun on the version before.";
        await _database.EditAsync(Slug, content => content.OfficeReason = "Saved meanwhile.", by: _database.Ben);
        var now = await OpenAsync();
        await old.Draft.KeepAsync();
        now.Content.Description = "Begun on the version of now.";
        await now.Draft.KeepAsync();

        var draft = (await OpenAsync()).Draft.Offered!;

        Assert.Equal("Begun on the version of now.", draft.Content.Description);
        Assert.Equal("Begun on the version before.", draft.PendingInput["Summary, in another tab"]);
    }

    [Fact]
    public async Task Line_ends_of_another_system_are_no_change_and_one_word_is_one()
    {
        await _database.EditAsync(Slug, content => content.Description = "One two.\n\nThree four.\nFive.");
        var session = await OpenAsync();

        session.Content.Description = "One two.\r\n\r\nThree four.\rFive.";
        Assert.Equal((false, 0), (session.IsChanged, session.Changes.Count));

        session.Content.Description = "One two.\r\n\r\nThree eight.\r\nFive.";
        await session.Draft.KeepAsync();
        Assert.Equal(
            ["four", "eight"],
            Assert.Single(session.Changes).Pieces.Where(piece => piece.Kind != PieceKind.Same).Select(piece => piece.Text));
        Assert.Equal("One two.\n\nThree eight.\nFive.", (await OpenAsync()).Draft.Offered!.Content.Description);
    }

    [Fact]
    public async Task Note_alone_is_kept_too()
    {
        var session = await OpenAsync();
        session.Note = "Asked by the client";
        await session.Draft.KeepAsync();

        Assert.Equal("Asked by the client", (await OpenAsync()).Draft.Offered!.Note);
    }

    [Fact]
    public async Task Change_that_is_taken_back_leaves_no_draft()
    {
        var session = await OpenAsync();
        var before = session.Content.Summary;
        session.Content.Summary = "Begun.";
        await session.Draft.KeepAsync();

        session.Content.Summary = before;
        await session.Draft.KeepAsync();

        Assert.Null(session.Draft.KeptAt);
        Assert.Null((await OpenAsync()).Draft.Offered);
    }

    [Fact]
    public async Task Discarding_brings_back_what_is_saved()
    {
        await KeepAsync("Begun.");
        var session = await OpenAsync();

        await session.DiscardDraftAsync();

        Assert.False(session.IsChanged);
        Assert.Null((await OpenAsync()).Draft.Offered);
    }

    [Fact]
    public async Task Saving_ends_the_draft_and_can_be_undone_as_a_revision_of_its_own()
    {
        var session = await OpenAsync();
        var before = session.Content.Summary;
        session.Content.Summary = "Mine.";
        await session.Draft.KeepAsync();

        var saved = (await session.SaveAsync())!;
        Assert.Null((await OpenAsync()).Draft.Offered);
        var undone = (await session.UndoAsync(saved))!;

        Assert.Equal(saved.Entry.Version + 1, undone.Entry.Version);
        Assert.Equal(before, session.Content.Summary);
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        Assert.Equal(RevisionAction.RolledBack, await db.Revisions.OrderByDescending(r => r.Id).Select(r => r.Action).FirstAsync());
    }

    [Fact]
    public async Task Undoing_a_creation_archives_the_new_entry_and_undoing_that_restores_it_each_as_one_audited_revision()
    {
        var session = await CreateAsync();
        var saved = (await session.SaveAsync())!;

        var undone = (await session.UndoAsync(saved))!;
        Assert.True((await _database.OpenAsync("bridges")).Content.Archived);
        var restored = (await session.UndoAsync(undone))!;

        Assert.False((await _database.OpenAsync("bridges")).Content.Archived);
        Assert.Equal((true, true, false), (saved.CanUndo, undone.CanUndo, restored.CanUndo));
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        Assert.Equal(
            [(1, RevisionAction.Created), (2, RevisionAction.Archived), (3, RevisionAction.Restored)],
            (await db.Revisions.Where(r => r.EntryId == session.Id && r.EntryType == EntryType.Department).OrderBy(r => r.Number)
                .ToListAsync()).Select(r => (r.Number, r.Action)));
        Assert.Equal(
            [AuditKind.Created, AuditKind.Archived, AuditKind.Restored],
            await db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());
    }

    [Fact]
    public async Task Undo_is_refused_to_whoever_may_not_edit_any_more()
    {
        var session = await CreateAsync();
        var saved = (await session.SaveAsync())!;
        await _database.Catalog.Gate.WriteAsync(async db => (await db.Accounts.FindAsync(_database.Ada.AccountId))!.Disable());

        await Assert.ThrowsAsync<NotAllowedException>(() => session.UndoAsync(saved));

        Assert.False((await _database.OpenAsync("bridges")).Content.Archived);
    }

    [Fact]
    public async Task Undo_takes_nothing_back_that_somebody_else_saved_since()
    {
        var session = await OpenAsync();
        session.Content.Summary = "Mine.";
        var saved = (await session.SaveAsync())!;
        await _database.EditAsync(Slug, content => content.OfficeReason = "Theirs.", by: _database.Ben);

        Assert.Null(await session.UndoAsync(saved));

        Assert.Equal(("Mine.", null), (session.Content.Summary, session.Newer));
        var now = (await _database.OpenAsync(Slug)).Content;
        Assert.Equal(("Mine.", "Theirs."), (now.Summary, now.OfficeReason));
    }

    [Fact]
    public async Task What_could_not_be_kept_is_offered_when_it_is_taken_back_in_place_of_what_its_form_kept_and_beside_others()
    {
        var (session, other) = (await OpenAsync(), await OpenAsync());
        session.Content.Summary = "Kept.";
        await session.Draft.KeepAsync();
        session.Content.Summary = "Kept. Typed too late.";
        var held = session.Draft.HandOver(DateTime.UtcNow);
        other.Content.Summary = "From another tab.";
        await other.Draft.KeepAsync();

        var again = await OpenAsync();
        await again.Draft.RecoverAsync(held);

        Assert.Equal("Kept. Typed too late.", again.Draft.Offered!.Content.Summary);
        Assert.Equal(["From another tab."], again.Draft.Offered!.PendingInput.Values);
    }

    [Fact]
    public async Task What_one_tab_has_kept_is_still_there_however_often_another_keeps()
    {
        var (first, second) = (await OpenAsync(), await OpenAsync());
        (first.Content.Summary, first.Note) = ("Summary of the first.", "Note of the first");
        await first.Draft.KeepAsync();
        foreach (var words in new[] { "One.", "One. Two.", "One. Two. Three." })
        {
            (second.Content.Description, second.Note) = (words, "Note of the second");
            await second.Draft.KeepAsync();
        }

        var draft = (await OpenAsync()).Draft.Offered!;

        Assert.Equal(
            ("Summary of the first.", "One. Two. Three.", "Note of the second"),
            (draft.Content.Summary, draft.Content.Description, draft.Note));
        Assert.Equal("Note of the first", draft.PendingInput["Note, in another tab"]);
    }

    [Fact]
    public async Task Draft_that_is_continued_is_kept_once_and_ends_with_a_save()
    {
        var (first, second) = (await OpenAsync(), await OpenAsync());
        (first.Content.Summary, second.Content.Summary) = ("Begun.", "Begun again.");
        await first.Draft.KeepAsync();
        await second.Draft.KeepAsync();
        var again = await OpenAsync();
        again.Draft.Continue();
        await again.Draft.KeepAsync();

        Assert.Equal(["Begun."], (await OpenAsync()).Draft.Offered!.PendingInput.Values);
        again.SetPendingInput(again.PendingInput.Keys.Single(), null);
        Assert.NotNull(await again.SaveAsync());

        Assert.Null((await OpenAsync()).Draft.Offered);
    }

    [Fact]
    public async Task New_entries_typed_in_two_tabs_are_two_drafts()
    {
        var (first, second) = (New(), New());
        await first.OpenNewAsync(new DepartmentContent());
        await second.OpenNewAsync(new DepartmentContent());
        (first.Content.Name, second.Content.Name) = ("Alpha", "Beta");
        await first.Draft.KeepAsync();
        await second.Draft.KeepAsync();

        var later = New();
        await later.OpenNewAsync(new DepartmentContent());
        Assert.Equal(("Beta", 0), (later.Draft.Offered!.Content.Name, later.Draft.Offered!.PendingInput.Count));
        await later.DiscardDraftAsync();

        var last = New();
        await last.OpenNewAsync(new DepartmentContent());
        Assert.Equal("Alpha", last.Draft.Offered!.Content.Name);
        Assert.Single(await _database.Get<DraftStore>().ListAsync(_database.Ada));
    }

    [Fact]
    public async Task All_that_was_changed_can_be_read_as_plain_text()
    {
        var session = await OpenAsync();
        session.Content.Summary = "Mine.";
        session.Content.Responsibilities.Add(new ResponsibilityContent { Text = "Bridges" });
        session.Note = "Why";

        Assert.StartsWith("Summary:\nMine.\n\nResponsibilities:\n", session.ChangedText, StringComparison.Ordinal);
        Assert.EndsWith("Bridges\n\nNote:\nWhy", session.ChangedText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newer_version_is_merged_before_it_is_saved()
    {
        var session = await OpenAsync();
        session.Content.Summary = "Mine.";
        await _database.EditAsync(Slug, content => content.OfficeReason = "Theirs.", by: _database.Ben);

        Assert.Null(await session.SaveAsync());
        Assert.Empty(session.Newer!.Merge.Conflicts);
        session.GoOnFrom(session.Newer.Merge.Content);

        Assert.NotNull(await session.SaveAsync());
        var now = (await _database.OpenAsync(Slug)).Content;
        Assert.Equal(("Mine.", "Theirs."), (now.Summary, now.OfficeReason));
    }

    [Fact]
    public async Task Channels_added_by_two_at_once_are_both_kept()
    {
        var session = await OpenAsync();
        session.Content.Channels.Add(new ChannelContent { Kind = ChannelKind.Phone, Value = "+63 2 8123 4567" });
        await _database.EditAsync(
            Slug, content => content.Channels.Add(new ChannelContent { Kind = ChannelKind.Email, Value = "care@example.com" }),
            by: _database.Ben);

        Assert.Null(await session.SaveAsync());
        Assert.Empty(session.Newer!.Merge.Conflicts);
        session.GoOnFrom(session.Newer.Merge.Content);

        Assert.NotNull(await session.SaveAsync());
        Assert.Equal(
            ["+63 2 8123 4567", "care@example.com"],
            (await _database.OpenAsync(Slug)).Content.Channels.Select(channel => channel.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Hours_changed_by_two_at_once_meet_the_merge()
    {
        await _database.EditAsync(
            Slug, content =>
                (content.TimeZone, content.Hours) =
                    ("UTC", [new() { FirstDay = DayOfWeek.Monday, LastDay = DayOfWeek.Friday, Opens = "09:00", Closes = "17:00" }]));
        var session = await OpenAsync();
        session.Content.Hours[0].Closes = "18:00";
        await _database.EditAsync(Slug, content => content.Hours[0].Closes = "20:00", by: _database.Ben);

        Assert.Null(await session.SaveAsync());

        Assert.Equal("hours", Assert.Single(session.Newer!.Merge.Conflicts).Field.Name);
    }

    [Fact]
    public async Task Save_that_breaks_a_rule_says_where_and_loses_nothing()
    {
        var session = await OpenAsync();
        session.Content.Name = "";

        Assert.Null(await session.SaveAsync());

        Assert.NotEmpty(session.ProblemsOf("name"));
        Assert.Equal("", session.Content.Name);
    }

    [Fact]
    public async Task Copy_that_nobody_has_typed_in_is_no_draft_and_there_again_after_discarding()
    {
        var session = await CreateAsync();
        Assert.False(session.HasTyped);
        session.Content.Summary = "Mine.";
        Assert.True(session.HasTyped);

        await session.DiscardDraftAsync();

        Assert.Equal(("Bridges", false), (session.Content.Name, session.HasTyped));
        Assert.NotEmpty(session.Content.Responsibilities);
    }

    [Fact]
    public async Task Copy_takes_the_next_place_among_the_owners_of_each_function()
    {
        var copy = (await _database.Get<EntryStore>().CopyAsync(_database.Departments, Slug))!;

        Assert.NotEmpty(copy.Functions);
        await using var db = await _database.Get<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        foreach (var function in copy.Functions)
            Assert.Equal(await db.FunctionOwners.CountAsync(o => o.BusinessFunction.Slug == function.Slug) + 1, function.Rank);
    }

    [Fact]
    public async Task Outdated_draft_is_compared_with_the_version_it_started_from_and_discarding_it_shows_the_present_one()
    {
        await KeepAsync("Begun.");
        var others = new EditingSession<DepartmentContent>(
            _database.Departments, _database.Ben, _database.Get<EntryStore>(), _database.Get<DraftStore>());
        await others.OpenAsync(await _database.OpenAsync(Slug));
        others.Content.OfficeReason = "It works inside.";
        Assert.NotNull(await others.SaveAsync());

        var session = await OpenAsync();
        Assert.Equal(["Summary"], session.ChangesOfOffered.Select(change => change.Field.Label));
        session.Draft.Continue();
        await session.DiscardDraftAsync();

        Assert.Equal(("It works inside.", 2), (session.Content.OfficeReason, session.BaseVersion));
    }

    [Fact]
    public async Task Somebody_else_is_offered_nothing()
    {
        await KeepAsync("Begun.");

        var others = new EditingSession<DepartmentContent>(
            _database.Departments, _database.Ben, _database.Get<EntryStore>(), _database.Get<DraftStore>());
        await others.OpenAsync(await _database.OpenAsync(Slug));

        Assert.Null(others.Draft.Offered);
    }

    private async Task<EditingSession<DepartmentContent>> CreateAsync()
    {
        var session =
            new EditingSession<DepartmentContent>(
                _database.Departments, _database.Ada, _database.Get<EntryStore>(), _database.Get<DraftStore>());
        var start = (await _database.OpenAsync(Slug)).Content;
        start.ClearIdentity();
        (start.Name, start.Slug) = ("Bridges", "bridges");
        await session.OpenNewAsync(start);
        return session;
    }

    private async Task KeepAsync(string summary)
    {
        var session = await OpenAsync();
        session.Content.Summary = summary;
        await session.Draft.KeepAsync();
    }

    private async Task<EditingSession<DepartmentContent>> OpenAsync()
    {
        var session =
            new EditingSession<DepartmentContent>(
                _database.Departments, _database.Ada, _database.Get<EntryStore>(), _database.Get<DraftStore>());
        await session.OpenAsync(await _database.OpenAsync(Slug));
        return session;
    }

    private EditingSession<DepartmentContent> New() =>
        new(_database.Departments, _database.Ada, _database.Get<EntryStore>(), _database.Get<DraftStore>());
}
