using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Guide;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.ServiceLines;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Editing;

public sealed class EntryWorkListTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public static TheoryData<EntryEditing> Kinds =>
    [
        new DepartmentEditing(), new BusinessFunctionEditing(), new ServiceLineEditing(), new OutsourcingTypeEditing(),
        new GuideArticleEditing(), new SynonymSetEditing(),
    ];

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public async Task Entries_of_every_kind_are_found_by_a_part_of_their_name_in_any_case(EntryEditing editing)
    {
        var all = await List.ListAsync(editing, new EntryFilter("", false), 0, 5_000);
        var wanted = all[all.Count / 2];

        var found = await List.ListAsync(editing, new EntryFilter(wanted.Name[1..].ToUpperInvariant(), false), 0, 5_000);

        Assert.Contains(found, row => row.Slug == wanted.Slug);
        Assert.Equal(all.Count, await List.CountAsync(editing, new EntryFilter(" ", false)));
        Assert.Equal(0, await List.CountAsync(editing, new EntryFilter("%", false)));
        Assert.Equal([all[1].Id], (await List.ListAsync(editing, new EntryFilter("", false), 1, 1)).Select(row => row.Id));
    }

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public async Task Latest_change_comes_first_when_asked_for(EntryEditing editing)
    {
        var all = await List.ListAsync(editing, new EntryFilter("", false), 0, 5_000);
        var changed = all[^1];
        await _database.Catalog.SqlAsync($"UPDATE {Tables[editing.Type]} SET UpdatedAt = '2999-01-01 00:00:00' WHERE Id = {changed.Id}");

        var latest = await List.ListAsync(editing, new EntryFilter("", false, EntryOrder.LastChange), 0, 5_000);

        Assert.Equal(changed.Id, latest[0].Id);
        Assert.Equal(all.Count, latest.Count);
    }

    [Theory]
    [InlineData(EntryOrder.Name)]
    [InlineData(EntryOrder.LastChange)]
    [InlineData(EntryOrder.Version)]
    public async Task Every_order_can_be_turned_round(EntryOrder order)
    {
        var editing = new BusinessFunctionEditing();
        var first = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await _database.Catalog.Gate.WriteAsync(db => db.BusinessFunctions.ExecuteUpdateAsync(function => function
            .SetProperty(f => f.UpdatedAt, f => first.AddDays(f.Id)).SetProperty(f => f.Version, f => f.Id)));

        var rows = await List.ListAsync(editing, new EntryFilter("", false, order), 0, 5_000);
        var reversed = await List.ListAsync(editing, new EntryFilter("", false, order, IsReversed: true), 0, 5_000);

        Assert.Equal(rows.Select(row => row.Id), reversed.Select(row => row.Id).Reverse());
    }

    [Fact]
    public async Task Archived_entry_is_listed_by_itself_until_it_is_restored()
    {
        var (editing, changes) = (new BusinessFunctionEditing(), _database.Get<EntryLifecycle>());
        var slug = (await List.ListAsync(editing, new EntryFilter("", false), 0, 1))[0].Slug;

        Assert.NotNull((await changes.ArchiveAsync(editing, _database.Ada, slug))!.Saved);
        Assert.Equal([slug], (await List.ListAsync(editing, new EntryFilter("", true), 0, 9)).Select(row => row.Slug));

        Assert.NotNull((await changes.RestoreAsync(editing, _database.Ada, slug))!.Saved);
        Assert.Equal(0, await List.CountAsync(editing, new EntryFilter("", true)));
    }

    private static Dictionary<EntryType, string> Tables => new()
    {
        [EntryType.Department] = "Departments", [EntryType.Function] = "BusinessFunctions", [EntryType.ServiceLine] = "ServiceLines",
        [EntryType.OutsourcingType] = "OutsourcingTypes", [EntryType.GuideArticle] = "GuideArticles",
        [EntryType.SynonymSet] = "SynonymSets",
    };

    private EntryWorkList List => _database.Get<EntryWorkList>();
}
