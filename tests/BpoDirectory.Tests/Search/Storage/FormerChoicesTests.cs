using BpoDirectory.Clients;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Partners;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Storage;
using BpoDirectory.Sites;
using BpoDirectory.Tests.Editing;

namespace BpoDirectory.Tests.Search.Storage;

public sealed class FormerChoicesTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    private FormerChoices Former => _database.Get<FormerChoices>();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await MoveAsync(new SiteEditing(), new SiteContent { Name = "Bay Tower" });
        await MoveAsync(new PartnerEditing(), new PartnerContent { Name = "Northwind" });
        await MoveAsync(new ClientEditing(), new ClientContent { Name = "Kestrel" });
        await _database.EditAsync("legal", content => (content.Sites, content.Clients) = (["present"], ["present"]));
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(Facet.Site)]
    [InlineData(Facet.Partner)]
    [InlineData(Facet.Client)]
    public void Former_address_stands_for_the_present_one(Facet facet)
    {
        Assert.Equal("present", Former.Follow(facet, "former", Audience.Editors));
        Assert.Equal("present", Former.Follow(facet, "present", Audience.Editors));
        Assert.Equal("never", Former.Follow(facet, "never", Audience.Editors));
    }

    [Fact]
    public void What_the_reader_may_not_see_is_not_followed() =>
        Assert.Equal("former", Former.Follow(Facet.Client, "former", Audience.Anybody));

    [Fact]
    public void Value_of_another_facet_is_not_followed() => Assert.Equal("former", Former.Follow(Facet.Tag, "former", Audience.Editors));

    [Fact]
    public void Departments_are_narrowed_by_former_and_present_addresses_alike()
    {
        var search = _database.Get<DepartmentSearch>();
        var request = new SearchRequest { Sites = ["former", "present"], Clients = ["former"], Audience = Audience.Editors };

        Assert.Equal(["legal"], search.Search(request).Items.Select(item => item.Slug));
        Assert.Equal(["legal"], search.Search(request with { Text = "contracts" }).Items.Select(item => item.Slug));
        Assert.Single(search.ListIds(request));
        Assert.Equal(0, search.Search(request with { Audience = Audience.Anybody }).Total);
    }

    private async Task MoveAsync<T>(EntryEditing<T> editing, T content) where T : EntryContent, new()
    {
        var store = _database.Get<EntryStore>();
        content.Slug = "former";
        Assert.Empty((await store.SaveAsync(editing, _database.Ada, new EntrySave<T>(0, 0, content))).Problems);
        var made = await _database.OpenAsync(editing, "former");
        content.Slug = "present";
        Assert.Empty((await store.SaveAsync(editing, _database.Ada, new EntrySave<T>(made.Id, made.Version, content))).Problems);
    }
}
