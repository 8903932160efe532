using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Guide;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.ServiceLines;

namespace BpoDirectory.Tests.Editing;

public sealed class EntryWorkListTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public static TheoryData<EntryKind> Kinds =>
    [
        new DepartmentKind(), new BusinessFunctionKind(), new ServiceLineKind(), new OutsourcingTypeKind(), new GuideArticleKind(), new SynonymSetKind(),
    ];

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public async Task Entries_of_every_kind_are_found_by_a_part_of_their_name_in_any_case(EntryKind kind)
    {
        var all = await List.ListAsync(kind, new EntryFilter("", false), 0, 5_000);
        var wanted = all[all.Count / 2];

        var found = await List.ListAsync(kind, new EntryFilter(wanted.Name[1..].ToUpperInvariant(), false), 0, 5_000);

        Assert.Contains(found, line => line.Slug == wanted.Slug);
        Assert.Equal(all.Count, await List.CountAsync(kind, new EntryFilter(" ", false)));
        Assert.Equal(0, await List.CountAsync(kind, new EntryFilter("%", false)));
        Assert.Equal([all[1].Id], (await List.ListAsync(kind, new EntryFilter("", false), 1, 1)).Select(line => line.Id));
    }

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public async Task Latest_change_comes_first_when_asked_for(EntryKind kind)
    {
        var all = await List.ListAsync(kind, new EntryFilter("", false), 0, 5_000);
        var changed = all[^1];
        await _database.Catalog.SqlAsync($"UPDATE {Tables[kind.Type]} SET UpdatedAt = '2999-01-01 00:00:00' WHERE Id = {changed.Id}");

        var latest = await List.ListAsync(kind, new EntryFilter("", false, EntryOrder.LastChange), 0, 5_000);

        Assert.Equal(changed.Id, latest[0].Id);
        Assert.Equal(all.Count, latest.Count);
    }

    [Fact]
    public async Task Archived_entry_is_listed_by_itself_until_it_is_restored()
    {
        var (kind, changes) = (new BusinessFunctionKind(), _database.Get<EntryChanges>());
        var slug = (await List.ListAsync(kind, new EntryFilter("", false), 0, 1))[0].Slug;

        Assert.NotNull((await changes.ArchiveAsync(kind, _database.Ada, slug))!.Saved);
        Assert.Equal([slug], (await List.ListAsync(kind, new EntryFilter("", true), 0, 9)).Select(line => line.Slug));

        Assert.NotNull((await changes.RestoreAsync(kind, _database.Ada, slug))!.Saved);
        Assert.Equal(0, await List.CountAsync(kind, new EntryFilter("", true)));
    }

    private static Dictionary<EntryType, string> Tables => new()
    {
        [EntryType.Department] = "Departments", [EntryType.Function] = "BusinessFunctions", [EntryType.ServiceLine] = "ServiceLines",
        [EntryType.OutsourcingType] = "OutsourcingTypes", [EntryType.GuideArticle] = "GuideArticles", [EntryType.SynonymSet] = "SynonymSets",
    };

    private EntryWorkList List => _database.Get<EntryWorkList>();
}
