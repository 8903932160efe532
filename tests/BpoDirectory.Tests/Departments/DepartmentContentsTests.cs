using BpoDirectory.Clients;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Partners;
using BpoDirectory.People;
using BpoDirectory.Sites;
using BpoDirectory.Tests.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Departments;

/// <summary>The contents of many departments, read at once.</summary>
public sealed class DepartmentContentsTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await MakeAsync(new SiteEditing(), new SiteContent { Name = "Bay Tower", Slug = "bay-tower", City = "Manila", Country = "PH" });
        await MakeAsync(new PersonEditing(), new PersonContent { Name = "Maria", Slug = "maria", Email = "maria@example.com" });
        await MakeAsync(new ClientEditing(), new ClientContent { Name = "Kestrel Bank", Slug = "kestrel-bank" });
        await MakeAsync(new PartnerEditing(), new PartnerContent { Name = "Northwind", Slug = "northwind" });
        Assert.Empty((await _database.EditAsync("legal", content =>
        {
            content.People = [new() { Person = "maria", Role = PersonRole.Deputy }];
            content.Escalation =
                [new() { When = "after a day", Person = "maria", Kind = ChannelKind.Phone, Value = "+44 20 7946 0018", Note = "Nights" },
                    new() { When = "later", Person = "maria" }];
            content.ServiceLevels = [new() { Measure = "first response", Target = "4 h", Note = "Note", Link = "https://example.com/sla" }];
            content.Links = [new() { Kind = LinkKind.Queue, Label = "Queue", Address = "https://example.com/queue" }];
            (content.Delivery, content.Partner, content.ContractOwner) = (Delivery.Shared, "northwind", "Vendor Management");
            (content.Clients, content.Tags, content.Sites, content.Languages) =
                (["kestrel-bank"], ["night", "day"], ["bay-tower"], ["fil", "en"]);
            content.Channels =
            [
                new() { Kind = ChannelKind.Phone, Value = "+44 20 7946 0018", Label = "Desk", Note = "Ask" },
                new() { Kind = ChannelKind.Email, Value = "a@example.com", Function = content.Functions[0].Slug },
            ];
            (content.TimeZone, content.HoursNote) = ("Asia/Manila", "Not on holidays");
            content.Hours =
                [new() { FirstDay = DayOfWeek.Monday, LastDay = DayOfWeek.Friday, Opens = "09:00", Closes = "17:00" },
                    new() { FirstDay = DayOfWeek.Sunday, LastDay = DayOfWeek.Sunday, Opens = "10:00", Closes = "12:00" }];
            (content.Keeper, content.ReviewIntervalDays, content.Parent) = ("Ada", 90, "operations");
        })).Problems);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Contents_are_the_ones_that_editing_reads_in_the_order_asked_for()
    {
        var lifecycle = _database.Get<EntryLifecycle>();
        await lifecycle.ArchiveAsync(_database.Departments, _database.Ada, "logistics");
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        var ids = await db.Departments.IncludingArchived().OrderByDescending(d => d.NameKey).Select(d => d.Id).ToListAsync();

        var contents = await new DepartmentContents(db, evenArchived: true).ReadAsync(ids);

        var expected = new List<string>();
        foreach (var id in ids)
            expected.Add(_database.Departments.SnapshotOf((await _database.Departments.LoadAsync(db, id))!));
        Assert.Equal(expected, contents.Select(ContentJson.Write));
    }

    [Fact]
    public async Task Readers_see_nothing_that_is_archived()
    {
        var function = (await _database.OpenAsync("legal")).Content.Functions[0].Slug;
        await ArchiveAsync("UPDATE BusinessFunctions SET IsArchived = TRUE WHERE Slug = '" + function + "'");
        await ArchiveAsync("UPDATE People SET IsArchived = TRUE");
        await ArchiveAsync("UPDATE Departments SET IsArchived = TRUE WHERE Slug IN ('operations', 'sales')");
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        var ids = await db.Departments.IncludingArchived().Select(d => d.Id).ToListAsync();

        var contents = await new DepartmentContents(db, evenArchived: false).ReadAsync(ids);

        Assert.DoesNotContain(contents, content => content.Slug is "operations" or "sales");
        var legal = contents.Single(content => content.Slug == "legal");
        Assert.DoesNotContain(legal.Functions, owned => owned.Slug == function);
        Assert.Equal(("", 0, "+44 20 7946 0018"), (legal.Parent, legal.People.Count, Assert.Single(legal.Channels).Value));
        Assert.Equal(("after a day", ""), (Assert.Single(legal.Escalation).When, legal.Escalation[0].Person));
    }

    private async Task ArchiveAsync(string sql) => await _database.Catalog.SqlAsync(sql);

    private async Task MakeAsync<T>(EntryEditing<T> editing, T content) where T : EntryContent, new() =>
        Assert.Empty((await _database.Get<EntryStore>().SaveAsync(editing, _database.Ada, new EntrySave<T>(0, 0, content))).Problems);
}
