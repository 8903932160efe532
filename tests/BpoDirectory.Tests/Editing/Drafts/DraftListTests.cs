using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.ServiceLines;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Editing.Drafts;

public sealed class DraftListTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Own_drafts_of_every_kind_are_named_latest_first()
    {
        var (drafts, lines) = (_database.Get<DraftStore>(), new ServiceLineEditing());
        var legal = await _database.OpenAsync("legal");
        await drafts.KeepAsync(
            _database.Departments, _database.Ada, new(legal.Id, legal.Version, legal.Content, legal.Content, null, default));
        await drafts.KeepAsync(
            lines, _database.Ada, new(0, 0, new ServiceLineContent(), new ServiceLineContent { Name = "Bridge care" }, null, default));
        await drafts.KeepAsync(
            lines, _database.Ada, new(0, 0, new ServiceLineContent(), new ServiceLineContent { Summary = "Nameless." }, null, default),
            "Another form");
        await drafts.KeepAsync(
            _database.Departments, _database.Ben,
            new(0, 0, new DepartmentContent(), new DepartmentContent { Name = "Bridges" }, null, default));

        var names = new DraftList(
            drafts, _database.Get<NoteDraftStore>(), [_database.Departments, lines],
            _database.Get<IDbContextFactory<DirectoryDbContext>>());

        Assert.Equal(
            [(EntryType.ServiceLine, (string?)null, "New service line"), (EntryType.ServiceLine, null, "Bridge care (new service line)"),
                (EntryType.Department, "legal", "Legal")],
            (await names.ListAsync(_database.Ada)).Select(draft => (draft.Type, draft.Slug, draft.Name)));
    }

    [Fact]
    public async Task Each_draft_of_a_new_entry_is_found_by_its_form()
    {
        var drafts = _database.Get<DraftStore>();
        foreach (var name in new[] { "Bridges", "Tunnels" })
            await drafts.KeepAsync(
                _database.Departments, _database.Ada,
                new(0, 0, new DepartmentContent(), new DepartmentContent { Name = name }, null, default), name);

        foreach (var listed in await _database.Get<DraftList>().ListAsync(_database.Ada))
        {
            var found = await drafts.FindAsync(_database.Departments, _database.Ada, 0, listed.Form);
            Assert.Equal(listed.Name, $"{found!.Content.Name} (new department)");
        }
        Assert.Equal("Tunnels", (await drafts.FindAsync(_database.Departments, _database.Ada, 0))!.Content.Name);
    }

    [Fact]
    public async Task Own_notes_on_what_is_not_done_yet_are_named_by_what_they_are_on()
    {
        var (notes, legal) = (_database.Get<NoteDraftStore>(), await _database.OpenAsync("legal"));
        await notes.KeepAsync(_database.Ada, new Intent(EntryType.Department, legal.Id, RevisionAction.Archived), "Ada’s");
        await notes.KeepAsync(_database.Ben, new Intent(EntryType.Department, legal.Id, RevisionAction.RolledBack), "Ben’s");

        var named = Assert.Single(await _database.Get<DraftList>().ListAsync(_database.Ada));

        Assert.Equal((EntryType.Department, "legal", "Legal", RevisionAction.Archived), (named.Type, named.Slug, named.Name, named.NoteOn));
    }
}
