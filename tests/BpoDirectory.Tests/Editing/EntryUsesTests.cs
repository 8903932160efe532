using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Guide;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.ServiceLines;

namespace BpoDirectory.Tests.Editing;

/// <summary>What an editor is told before an entry disappears.</summary>
public sealed class EntryUsesTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Department_names_its_parts_functions_service_lines_types_and_synonym_sets()
    {
        var uses = await ListAsync(_database.Departments, "human-resources");
        var parts = await ListAsync(_database.Departments, "customer-service");

        Assert.Contains(
            uses, use => use is { Type: EntryType.Function, Label: "Owns the functions" }
                && use.First.Any(f => f.Name == "Payroll processing") == (use.Count <= EntryUses.Most));
        Assert.Contains(uses, use => use.Type is EntryType.ServiceLine);
        Assert.Contains(uses, use => use.Type is EntryType.SynonymSet);
        Assert.Equal(["Call Center"], parts.Single(use => use.Label == "Has the parts").First.Select(part => part.Name));
    }

    [Fact]
    public async Task Function_names_its_owners_but_no_archived_one()
    {
        await _database.Get<EntryLifecycle>().ArchiveAsync(_database.Departments, _database.Ada, "human-resources");

        var owners = (await ListAsync(new BusinessFunctionEditing(), "payroll-processing")).Single(use => use.Label == "Owned by");

        Assert.Equal((1, "finance-and-accounting"), (owners.Count, Assert.Single(owners.First).Slug));
    }

    [Fact]
    public async Task Service_line_outsourcing_type_and_synonym_set_name_their_departments()
    {
        Assert.NotEmpty((await ListAsync(new ServiceLineEditing(), "customer-support")).Single().First);
        Assert.NotEmpty((await ListAsync(new OutsourcingTypeEditing(), "kpo")).Single().First);
        Assert.Contains(await AllOfSetsAsync(), use => use.Type is EntryType.Department);
    }

    [Fact]
    public async Task Guide_article_names_the_articles_that_link_to_it()
    {
        var editing = new GuideArticleEditing();
        var other = await _database.OpenAsync(editing, "outsourcing-types");
        other.Content.Body += "\n\nSee [terms](/guide/terms-and-acronyms).";
        await _database.Get<EntryStore>()
            .SaveAsync(editing, _database.Ada, new EntrySave<GuideArticleContent>(other.Id, other.Version, other.Content));

        Assert.Contains((await ListAsync(editing, "terms-and-acronyms")).Single().First, article => article.Slug == "outsourcing-types");
    }

    [Fact]
    public async Task Only_the_first_are_named_and_all_counted()
    {
        var use = (await ListAsync(_database.Departments, "finance-and-accounting")).Single(use => use.Type is EntryType.Function);

        Assert.True(use.Count > EntryUses.Most);
        Assert.Equal(EntryUses.Most, use.First.Count);
        Assert.Equal(use.First.Select(f => f.Name).Order(StringComparer.OrdinalIgnoreCase), use.First.Select(f => f.Name));
    }

    private async Task<IReadOnlyList<EntryUse>> AllOfSetsAsync()
    {
        var all = new List<EntryUse>();
        foreach (var set in await _database.Get<EntryWorkList>().ListAsync(new SynonymSetEditing(), new EntryFilter("", false), 0, 5_000))
            all.AddRange(await Uses.ListAsync(new SynonymSetEditing(), set.Id));
        return all;
    }

    private async Task<IReadOnlyList<EntryUse>> ListAsync<T>(EntryEditing<T> editing, string slug) where T : EntryContent, new() =>
        await Uses.ListAsync(editing, (await _database.OpenAsync(editing, slug)).Id);

    private EntryUses Uses => _database.Get<EntryUses>();
}
