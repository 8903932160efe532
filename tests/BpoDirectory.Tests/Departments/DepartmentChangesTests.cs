using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Tests.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Departments;

public sealed class DepartmentChangesTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Address_of_an_archived_department_leads_to_its_successor_and_on_to_that_ones()
    {
        await Changes.ArchiveAsync(_database.Ada, "legal", "sales");
        Assert.Equal("sales", Reader.FindPresentSlug("legal"));
        Assert.Null(Reader.Find("legal"));

        await Changes.ArchiveAsync(_database.Ada, "sales", "marketing");

        Assert.Equal("marketing", Reader.FindPresentSlug("legal"));
    }

    [Fact]
    public async Task Archived_department_without_a_successor_leads_nowhere()
    {
        await Changes.ArchiveAsync(_database.Ada, "legal", "");

        Assert.Null(Reader.FindPresentSlug("legal"));
    }

    [Fact]
    public async Task Restored_department_is_there_again()
    {
        await Changes.ArchiveAsync(_database.Ada, "legal", "sales");

        Assert.NotNull((await Changes.RestoreAsync(_database.Ada, "legal"))!.Saved);

        Assert.NotNull(Reader.Find("legal"));
    }

    [Fact]
    public async Task Archiving_leaves_a_draft_as_it_is()
    {
        var open = await _database.OpenAsync("legal");
        await _database.Get<Drafts>().KeepAsync(_database.Departments, _database.Ada, open.Id, open.Version, open.Content, open.Content, null);

        await Changes.ArchiveAsync(_database.Ada, "legal", "");

        Assert.NotNull(await _database.Get<Drafts>().FindAsync(_database.Departments, _database.Ada, open.Id));
    }

    [Fact]
    public async Task Revision_is_the_present_one_again()
    {
        var before = (await _database.OpenAsync("legal")).Content.Summary;
        await _database.EditAsync("legal", content => content.Summary = "New.");

        var outcome = (await _database.Get<EntryChanges>().GoBackAsync(_database.Departments, _database.Ada, "legal", 1))!;

        Assert.Equal((before, 3), (outcome.Saved!.Content.Summary, outcome.Saved.Version));
        Assert.Null(await _database.Get<EntryChanges>().GoBackAsync(_database.Departments, _database.Ada, "legal", 99));
    }

    [Fact]
    public async Task Review_is_seen_by_readers_and_in_the_audit_trail_but_is_no_change()
    {
        CatalogChange? seen = null;
        _database.Catalog.Gate.Committed += change => seen = change;

        Assert.Equal("Legal", await Changes.ConfirmReviewAsync(_database.Ada, "legal"));

        var legal = Reader.Find("legal")!;
        Assert.Equal(1, legal.Version);
        Assert.NotNull(legal.ReviewedAt);
        Assert.True(seen!.IsAny);
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        Assert.Equal(AuditKind.Reviewed, await db.AuditEntries.OrderByDescending(e => e.Id).Select(e => e.Kind).FirstAsync());
        Assert.False(await db.Revisions.AnyAsync());
    }

    [Fact]
    public async Task Nobody_without_the_right_confirms_a_review() =>
        await Assert.ThrowsAsync<NotAllowedException>(() => Changes.ConfirmReviewAsync(new Actor(999, "Nobody"), "legal"));

    private DepartmentChanges Changes => new(
        _database.Get<EntryChanges>(), _database.Departments, _database.Catalog.Gate, _database.Get<AccountRights>(), _database.Get<AuditTrail>(),
        TimeProvider.System);

    private DepartmentReader Reader => _database.Get<DepartmentReader>();
}
