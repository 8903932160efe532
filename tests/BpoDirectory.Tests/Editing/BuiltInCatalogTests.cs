using System.Diagnostics;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Editing;

/// <summary>The built-in catalog, put away and brought back.</summary>
public sealed class BuiltInCatalogTests : IAsyncLifetime
{
    private static readonly EntryType[] Types =
        [EntryType.Department, EntryType.Function, EntryType.ServiceLine, EntryType.OutsourcingType, EntryType.GuideArticle];

    private readonly EditingDatabase _database = new();
    private BuiltInCatalog _catalog = null!;
    private Actor _root = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _catalog = _database.Get<BuiltInCatalog>();
        var account = new Account("root", "Root", AccountRole.Administrator, DateTime.UtcNow) { NormalizedUserName = "ROOT" };
        await _database.Catalog.Gate.WriteAsync(db => db.AddAsync(account).AsTask());
        _root = new Actor(account.Id, "Root");
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task All_of_it_is_archived_in_seconds_and_comes_back_as_it_was()
    {
        var before = await ContentsAsync();
        var clock = Stopwatch.StartNew();

        var archived = await _catalog.ArchiveAsync(_root);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.Equal(before.Count, archived);
        Assert.Equal(new BuiltInCatalogState(0, archived), await _catalog.CountAsync());
        Assert.Equal(0, _database.Catalog.Ask(null).Total);
        Assert.Equal(0, _database.Catalog.Ask("payroll").Total);

        Assert.Equal(archived, await _catalog.RestoreAsync(_root));

        Assert.Equal(new BuiltInCatalogState(archived, 0), await _catalog.CountAsync());
        Assert.Equal(before, await ContentsAsync());
        Assert.Equal("finance-and-accounting", _database.Catalog.Ask("payroll").Items[0].Slug);
    }

    [Fact]
    public async Task Each_entry_has_its_revision_and_its_place_in_the_audit_and_so_has_the_whole()
    {
        var archived = await _catalog.ArchiveAsync(_root);

        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        Assert.Equal(
            archived, await db.Revisions.CountAsync(
                r => r.Action == RevisionAction.Archived && r.By == "Root" && r.Note == BuiltInCatalog.Note));
        Assert.Equal(archived + 1, await db.AuditEntries.CountAsync(e => e.Kind == AuditKind.Archived && e.ActorName == "Root"));
        Assert.Equal($"{archived} entries", (await db.AuditEntries.SingleAsync(e => e.Subject == "the built-in catalog")).Detail);
    }

    [Fact]
    public async Task Only_what_was_archived_together_comes_back()
    {
        var lifecycle = _database.Get<EntryLifecycle>();
        await lifecycle.ArchiveAsync(_database.Departments, _database.Ada, "legal");
        await _catalog.ArchiveAsync(_root);
        await lifecycle.RestoreAsync(_database.Departments, _database.Ada, "sales");
        await lifecycle.ArchiveAsync(_database.Departments, _database.Ada, "sales");

        await _catalog.RestoreAsync(_root);

        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        Assert.Equal(
            ["legal", "sales"],
            await db.Departments.IncludingArchived().Where(d => d.IsArchived).Select(d => d.Slug).Order().ToListAsync());
    }

    [Fact]
    public async Task What_somebody_made_here_stays_and_what_they_edited_goes()
    {
        var made = (await _database.OpenAsync("legal")).Content;
        (made.Name, made.Slug, made.Aliases, made.Responsibilities, made.Channels, made.Hours) = ("Zeppelins", "zeppelins", [], [], [], []);
        await _database.SaveAsync(new OpenEntry<BpoDirectory.Departments.DepartmentContent>(0, 0, default, made));
        await _database.EditAsync("sales", content => content.Summary = "Edited here.");

        await _catalog.ArchiveAsync(_root);

        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        Assert.Equal(["zeppelins"], await db.Departments.Select(d => d.Slug).ToListAsync());
    }

    [Fact]
    public async Task Editor_may_not_put_it_away()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => _catalog.ArchiveAsync(_database.Ada));

        Assert.Equal(0, (await _catalog.CountAsync()).Archived);
    }

    private async Task<Dictionary<(EntryType Type, int Id), string>> ContentsAsync()
    {
        var contents = new Dictionary<(EntryType, int), string>();
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        foreach (var editing in _database.Get<IEnumerable<EntryEditing>>().Where(editing => Types.Contains(editing.Type)))
            foreach (var id in await editing.Rows(db).Where(row => !row.IsArchived).Select(row => row.Id).ToListAsync())
                contents.Add((editing.Type, id), editing.SnapshotOf((await editing.LoadAsync(db, id))!));
        return contents;
    }
}
