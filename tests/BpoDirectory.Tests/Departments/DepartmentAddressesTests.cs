using BpoDirectory.Departments;

namespace BpoDirectory.Tests.Departments;

public sealed class DepartmentAddressesTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();

    private DepartmentAddresses Addresses => _database.Get<DepartmentAddresses>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Every_department_has_its_address_and_time_of_change()
    {
        await _database.EditAsync("legal", d => d.Describe(d.Summary, d.Description));

        var addresses = await Addresses.ListAsync(1);

        Assert.Equal(Catalog.BuiltInCatalog.Departments.Keys.Order(), addresses.Select(a => a.Slug).Order());
        Assert.Equal("legal", addresses.MaxBy(a => a.UpdatedAt)!.Slug);
        Assert.All(addresses, address => Assert.Equal(DateTimeKind.Utc, address.UpdatedAt.Kind));
    }

    [Fact]
    public async Task Archived_department_has_none()
    {
        await _database.EditAsync("legal", d => d.Archive());

        Assert.DoesNotContain(await Addresses.ListAsync(1), address => address.Slug == "legal");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public async Task Page_past_the_end_is_empty(int page)
    {
        Assert.Equal(1, await Addresses.CountPagesAsync());
        Assert.Empty(await Addresses.ListAsync(page));
    }
}
