using BpoDirectory.OutsourcingTypes;
using BpoDirectory.ServiceLines;
using BpoDirectory.Tests.Catalog;

namespace BpoDirectory.Tests.ServiceLines;

public sealed class ServiceLineReaderTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    private readonly ServiceLineReader _reader = database.Get<ServiceLineReader>();

    [Fact]
    public async Task List_keeps_the_catalogs_order_and_holds_departments_in_order()
    {
        var lines = await _reader.ListAsync();

        Assert.Equal(
            BuiltInCatalog.Files.ServiceLines.Select(l => (l.Slug, l.Name, l.Summary.Trim())),
            lines.Select(l => (l.Slug, l.Name, l.Summary)));
        Assert.Equal(
            BuiltInCatalog.Files.ServiceLines.Select(l => l.Departments),
            lines.Select(l => l.Departments.Select(d => d.Slug).ToList()));
        Assert.All(lines, l => Assert.Equal(["S3"], l.Sources.Select(s => s.Code)));
    }

    [Fact]
    public async Task Details_hold_office_and_summary_of_each_department()
    {
        var line = await _reader.FindAsync("supply-chain-and-logistics");

        Assert.Equal(["Supply Chain Management", "Logistics"], line!.Departments.Select(d => d.Name));
        Assert.All(line.Departments, d => Assert.Equal(
            (BuiltInCatalog.Departments[d.Slug].Office, BuiltInCatalog.Departments[d.Slug].Summary), (d.Office, d.Summary)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-such-line")]
    public async Task Unknown_slug_finds_nothing(string slug) => Assert.Null(await _reader.FindAsync(slug));

    [Fact]
    public async Task Departments_can_be_capped_and_are_counted_all_the_same()
    {
        var line = await _reader.FindAsync("sales-and-marketing", mostDepartments: 1);

        Assert.Equal(2, line!.DepartmentCount);
        Assert.Equal(["Sales"], line.Departments.Select(d => d.Name));
        Assert.All(await _reader.ListAsync(mostDepartments: 1), l => Assert.Single(l.Departments));
        Assert.Equal(12, (await _reader.ListAsync()).Sum(l => l.DepartmentCount));
    }

    [Fact]
    public void Names_come_in_the_catalogs_order() =>
        Assert.Equal(BuiltInCatalog.Files.ServiceLines.Select(l => (l.Slug, l.Name)), _reader.Names().Select(l => (l.Slug, l.Name)));

    [Fact]
    public async Task Archived_lines_and_outsourcing_types_are_not_named()
    {
        var archived = new CatalogDatabase();
        await archived.InitializeAsync();
        await archived.SqlAsync("UPDATE ServiceLines SET IsArchived = TRUE; UPDATE OutsourcingTypes SET IsArchived = TRUE WHERE Acronym <> 'KPO'");

        Assert.Empty(archived.Get<ServiceLineReader>().Names());
        Assert.Equal(["KPO"], archived.Get<OutsourcingTypeReader>().Names().Select(type => type.Acronym));
        await archived.DisposeAsync();
    }
}
