using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Exchange.WholeDirectory;
using BpoDirectory.Functions;
using BpoDirectory.People;
using BpoDirectory.Search;
using BpoDirectory.Settings;
using BpoDirectory.Sites;
using BpoDirectory.Tests.Editing;
using BpoDirectory.Watching;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Exchange.WholeDirectory;

/// <summary>A whole directory moves from one installation to another.</summary>
public sealed class WholeDirectoryTests : IAsyncLifetime
{
    private readonly EditingDatabase _source = new();
    private readonly TestDatabase _empty = new();
    private readonly Dictionary<WriteGate, Actor> _roots = [];
    private Actor _root = null!;

    public async Task InitializeAsync()
    {
        await _source.InitializeAsync();
        await _empty.InitializeAsync();
        _root = await AddAdministratorAsync(_empty.Gate);
    }

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        await _empty.DisposeAsync();
    }

    [Fact]
    public async Task Everything_with_its_history_is_the_same_in_an_empty_directory()
    {
        await ChangeManyThingsAsync();
        var file = await ExportAsync(_source.Catalog.Contexts, withRevisions: true);

        var outcome = await ImportAsync(file);

        Assert.Equal((0, 0), (outcome.Changed, outcome.Unchanged));
        Assert.Contains(
            "Ada", Assert.Single(outcome.Notes, note => note.Contains("review", StringComparison.Ordinal)), StringComparison.Ordinal);
        var moved = await ExportAsync(_empty.Contexts, withRevisions: true);
        // Nobody here may edit as Ada, who keeps one department.
        Assert.Equal(Comparable(file, "legal"), Comparable(moved, "legal"));
        Assert.Equal((0, 0), Count(await ImportAsync(moved)));
    }

    [Fact]
    public async Task Search_finds_what_came_and_former_addresses_lead_to_it()
    {
        await ChangeManyThingsAsync();

        await ImportAsync(await ExportAsync(_source.Catalog.Contexts));

        Assert.Equal("law-office", _empty.Get<DepartmentSearch>().Search(new SearchRequest { Text = "Law Office" }).Items[0].Slug);
        Assert.Equal("law-office", (await _empty.Get<EntryStore>().OpenAsync(_source.Departments, "legal"))?.Content.Slug);
        await using var db = await _empty.Contexts.CreateDbContextAsync();
        Assert.Equal(
            RevisionAction.Created, Assert.Single(await db.Revisions.Where(r => r.EntryType == EntryType.Site).ToListAsync()).Action);
        var audit = Assert.Single(await db.AuditEntries.Where(entry => entry.Kind == AuditKind.Imported).ToListAsync());
        Assert.Equal(("Root", true), (audit.ActorName, audit.Detail.EndsWith("new, 0 changed, 0 unchanged", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Versions_are_compared_across_the_move_item_by_item()
    {
        await _source.EditAsync("sales", content => content.Responsibilities[0].Detail = "Before the move");
        await ImportAsync(await ExportAsync(_source.Catalog.Contexts, withRevisions: true));
        var store = _empty.Get<EntryStore>();
        var open = (await store.OpenAsync(_source.Departments, "sales"))!;
        open.Content.Responsibilities[0].Detail = "After the move";

        Assert.Empty(
            (await store.SaveAsync(_source.Departments, _root,
                new EntrySave<DepartmentContent>(open.Id, open.Version, open.Content))).Problems);

        var reader = _empty.Get<RevisionReader>();
        var (before, after) =
            (await reader.FindAsync(_source.Departments, open.Id, 2), await reader.FindAsync(_source.Departments, open.Id, 3));
        Assert.Equal(before!.Responsibilities.Select(item => item.Key), after!.Responsibilities.Select(item => item.Key));
        Assert.Equal(("Before the move", "After the move"), (before.Responsibilities[0].Detail, after.Responsibilities[0].Detail));
    }

    [Fact]
    public async Task Entries_that_are_there_get_one_version_where_the_file_says_something_else()
    {
        var file = await ExportAsync(_source.Catalog.Contexts);
        await _source.EditAsync("legal", content => content.Summary = "Another one.");
        var function = await OwnedBySalesAloneAsync();
        await _source.EditAsync("sales", content => content.Functions.RemoveAll(owned => owned.Slug == function));

        var outcome = await ImportAsync(file, _source.Catalog.Gate, _source.Get<DirectoryImport>());

        // Two departments, and the function that one of them owned no more.
        Assert.Equal((0, 3), Count(outcome));
        var legal = await _source.OpenAsync("legal");
        Assert.NotEqual("Another one.", legal.Content.Summary);
        await using var db = await _source.Catalog.Contexts.CreateDbContextAsync();
        var revisions = await db.Revisions.Where(r => r.EntryType == EntryType.Department && r.EntryId == legal.Id).OrderBy(r => r.Number)
            .ToListAsync();
        Assert.Equal([RevisionAction.Loaded, RevisionAction.Edited, RevisionAction.Edited], revisions.Select(r => r.Action));
        Assert.Equal(("Root", 3, legal.Version), (revisions[2].By, revisions[2].Number, revisions[2].Number));
        Assert.Equal((0, 0), Count(await ImportAsync(file, _source.Catalog.Gate, _source.Get<DirectoryImport>())));
    }

    [Fact]
    public async Task Rule_that_is_broken_refuses_all_of_it_and_says_where()
    {
        var file = JsonNode.Parse(await ExportAsync(_source.Catalog.Contexts))!;
        var legal = DepartmentIn(file, "legal");
        legal["content"]!["summary"] = "";
        legal["content"]!["office"] = "middle";
        DepartmentIn(file, "sales")["content"]!["summary"] = "";

        var refused = await Assert.ThrowsAsync<DirectoryRuleException>(() => ImportAsync(file.ToJsonString()));

        Assert.Contains("department legal: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("department sales, summary: Enter a summary.", refused.Message, StringComparison.Ordinal);
        await using var db = await _empty.Contexts.CreateDbContextAsync();
        Assert.Equal((0, 0, 0), (await db.Departments.CountAsync(), await db.Sources.CountAsync(), await db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task History_that_cannot_be_read_is_refused_and_says_where()
    {
        await _source.EditAsync("legal", content => content.Summary = "Another one.");
        await _source.EditAsync("sales", content => content.Summary = "Another one.");
        var file = JsonNode.Parse(await ExportAsync(_source.Catalog.Contexts, withRevisions: true))!;
        DepartmentIn(file, "legal")["revisions"]![0]!["content"]!["responsibilities"] = "none";
        DepartmentIn(file, "sales")["revisions"]![1]!["number"] = 1;

        var refused = await Assert.ThrowsAsync<DirectoryRuleException>(() => ImportAsync(file.ToJsonString()));

        Assert.Contains("department legal, version 1 of its history: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("department sales, version 1 of its history: versions have to rise", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_without_anything_in_place_of_them_or_an_item_are_refused_in_entries_and_histories()
    {
        await _source.EditAsync("legal", content => content.Summary = "Another one.");
        var file = JsonNode.Parse(await ExportAsync(_source.Catalog.Contexts, withRevisions: true))!;
        DepartmentIn(file, "legal")["revisions"]![0]!["content"]!["responsibilities"] = null;
        DepartmentIn(file, "sales")["content"]!["tags"] = new JsonArray(null, "x");

        var refused = await Assert.ThrowsAsync<DirectoryRuleException>(() => ImportAsync(file.ToJsonString()));

        Assert.Contains("department legal, version 1 of its history: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("department sales: Nothing stands in place of an item of “tags”.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_of_the_file_that_are_one_here_are_refused_by_both_names()
    {
        await _source.EditAsync("legal", content => content.Slug = "law-office");
        var file = JsonNode.Parse(await ExportAsync(_source.Catalog.Contexts))!;
        var former = DepartmentIn(file, "law-office").DeepClone();
        (former["slug"], former["content"]!["slug"], former["content"]!["name"]) = ("legal", "legal", "Another one");
        file["entries"]!.AsArray().Add(former);

        var refused = await Assert.ThrowsAsync<DirectoryRuleException>(
            () => ImportAsync(file.ToJsonString(), _source.Catalog.Gate, _source.Get<DirectoryImport>()));

        Assert.Contains("department legal: the file names the same one as law-office too", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_that_came_with_entries_is_no_news()
    {
        await _source.EditAsync("sales", content => content.Summary = "Before the move.");
        await _empty.Get<WatchList>().SetAsync(_root, null, null, isOn: true);

        await ImportAsync(await ExportAsync(_source.Catalog.Contexts, withRevisions: true));

        Assert.Empty((await _empty.Get<WatchList>().ReadAsync(_root)).Changes);
        await using var db = await _empty.Contexts.CreateDbContextAsync();
        Assert.True(await db.Revisions.AnyAsync(r => r.Action == RevisionAction.Edited && r.IsTakenOver));
        Assert.False(await VisibleChanges.Among(db.Revisions, Audience.Editors).AnyAsync(r => r.IsTakenOver));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"something-else\",\"version\":1,\"exportedAt\":\"2026-01-01T00:00:00Z\",\"sources\":[],\"entries\":[]}")]
    [InlineData("{\"format\":\"bpo-directory\",\"version\":2,\"exportedAt\":\"2026-01-01T00:00:00Z\",\"sources\":[],\"entries\":[]}")]
    [InlineData("{\"format\":\"bpo-directory\",\"version\":1,\"exportedAt\":\"2026-01-01T00:00:00Z\",\"sources\":[],\"entries\":[{\"type\":\"planet\"}]}")]
    [InlineData("{\"format\":\"bpo-directory\",\"version\":1,\"expor")]
    public async Task Any_other_file_is_refused(string file) => await Assert.ThrowsAsync<DirectoryRuleException>(() => ImportAsync(file));

    [Fact]
    public async Task Editors_may_not_take_over_a_directory() =>
        await Assert.ThrowsAsync<NotAllowedException>(async () => await _source.Get<DirectoryImport>().ImportAsync(
            _source.Ada, new MemoryStream(Encoding.UTF8.GetBytes(await ExportAsync(_source.Catalog.Contexts)))));

    [Fact]
    public async Task Whole_directory_is_told_from_a_table()
    {
        Assert.True(DirectoryImport.IsDirectory(Encoding.UTF8.GetBytes(await ExportAsync(_source.Catalog.Contexts))));
        Assert.False(DirectoryImport.IsDirectory("[{\"name\":\"Legal\"}]"u8));
        Assert.False(DirectoryImport.IsDirectory([]));
    }

    private async Task ChangeManyThingsAsync()
    {
        await MakeAsync(new SiteEditing(), new SiteContent { Name = "Bay Tower", Slug = "bay-tower", City = "Manila", Country = "PH" });
        await MakeAsync(new PersonEditing(), new PersonContent { Name = "Maria", Slug = "maria", Phone = "+44 20 7946 0018" });
        await _source.EditAsync("legal", content =>
        {
            (content.Name, content.Slug, content.Keeper, content.Description) =
                ("Law Office", "law-office", "Ada", "=1+1\n\n👩‍👩‍👧‍👦 \"quoted\"; قسم");
            (content.People, content.Sites, content.Languages) = ([new() { Person = "maria" }], ["bay-tower"], ["fil", "en"]);
            content.Channels = [new() { Kind = ChannelKind.Email, Value = "law@example.com", Function = content.Functions[0].Slug }];
        }, "Renamed");
        await _source.EditAsync("law-office", content => content.Responsibilities.RemoveAt(0), by: _source.Ben);
        await _source.EditAsync("sales", content => (content.Parent, content.Functions[0].Reason) = ("marketing", "By agreement"));
        await _source.Catalog.EditAsync(
            "sales", department => department.ConfirmReview(new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc)));
        await _source.Get<EntryLifecycle>().ArchiveAsync(_source.Departments, _source.Ada, "logistics", "Not needed");
        await _source.Get<EntryLifecycle>().ArchiveAsync(new BusinessFunctionEditing(), _source.Ada, "payroll-processing");
        var root = await AddAdministratorAsync(_source.Catalog.Gate);
        Assert.Empty(
            (await _source.Get<SettingsStore>()
                .SaveAsync(root, new SettingsContent { Name = "Directory of Acme", TimeZone = "Asia/Manila" }, 0)).Problems);
    }

    private async Task<string> OwnedBySalesAloneAsync()
    {
        await using var db = await _source.Catalog.Contexts.CreateDbContextAsync();
        return await db.BusinessFunctions.Where(f => f.Owners.Count == 1 && f.Owners.Any(o => o.Department.Slug == "sales"))
            .Select(f => f.Slug).FirstAsync();
    }

    private async Task MakeAsync<T>(EntryEditing<T> editing, T content) where T : EntryContent, new() =>
        Assert.Empty((await _source.Get<EntryStore>().SaveAsync(editing, _source.Ada, new EntrySave<T>(0, 0, content))).Problems);

    private async Task<string> ExportAsync(IDbContextFactory<DirectoryDbContext> contexts, bool withRevisions = false)
    {
        using var file = new MemoryStream();
        var export = contexts == _empty.Contexts ? _empty.Get<DirectoryExport>() : _source.Get<DirectoryExport>();
        await export.WriteAsync(file, withRevisions);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private Task<DirectoryImportOutcome> ImportAsync(string file) =>
        _empty.Get<DirectoryImport>().ImportAsync(_root, new MemoryStream(Encoding.UTF8.GetBytes(file)));

    private async Task<DirectoryImportOutcome> ImportAsync(string file, WriteGate gate, DirectoryImport import) =>
        await import.ImportAsync(await AddAdministratorAsync(gate), new MemoryStream(Encoding.UTF8.GetBytes(file)));

    private static JsonNode DepartmentIn(JsonNode file, string slug) =>
        file["entries"]!.AsArray().Single(entry => entry!["type"]!.ToString() == "department" && entry["slug"]!.ToString() == slug)!;

    private static (int Created, int Changed) Count(DirectoryImportOutcome outcome) => (outcome.Created, outcome.Changed);

    private async Task<Actor> AddAdministratorAsync(WriteGate gate)
    {
        if (_roots.TryGetValue(gate, out var known))
            return known;
        var account = new Account("Root", "Root", AccountRole.Administrator, DateTime.UtcNow) { NormalizedUserName = "ROOT" };
        await gate.WriteAsync(db => db.AddAsync(account).AsTask());
        return _roots[gate] = new Actor(account.Id, "Root");
    }

    // Keys of rows and the moment of the export are of one directory alone; of one department all that is known of its keeper is left out.
    private static string Comparable(string file, string keptBySomebody)
    {
        var directory = JsonNode.Parse(file)!.AsObject();
        directory.Remove("exportedAt");
        foreach (var entry in directory["entries"]!.AsArray().OfType<JsonObject>())
        {
            var isSet = entry["type"]!.ToString() == "synonymSet";
            if (entry["formerSlugs"]?.AsArray().Any(slug => slug!.ToString() == keptBySomebody) == true)
            {
                entry.Remove("version");
                entry.Remove("updatedAt");
                while (entry["revisions"]!.AsArray().Count > 3)
                    entry["revisions"]!.AsArray().RemoveAt(3);
            }
            if (isSet)
                entry.Remove("slug");
            foreach (var content in (entry["revisions"] as JsonArray ?? []).Select(revision => revision!["content"]!)
                .Prepend(entry["content"]!).OfType<JsonObject>())
            {
                content.Remove("keeper");
                if (isSet)
                    content.Remove("slug");
                foreach (var item in content.Select(field => field.Value).OfType<JsonArray>()
                    .SelectMany(items => items.OfType<JsonObject>()))
                    item.Remove("key");
            }
        }
        return directory.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
