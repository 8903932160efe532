using BpoDirectory.Data;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.Tests.Catalog;

namespace BpoDirectory.Tests.OutsourcingTypes;

public sealed class OutsourcingTypeReaderTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    private readonly OutsourcingTypeReader _reader = database.Get<OutsourcingTypeReader>();

    [Fact]
    public async Task Types_come_by_acronym() =>
        Assert.Equal(["EPO", "ITO", "KPO", "LPO", "RPO"], (await _reader.ListAsync()).Select(t => t.Acronym));

    [Fact]
    public async Task Every_type_holds_all_that_the_catalog_says_of_it()
    {
        foreach (var file in BuiltInCatalog.Files.OutsourcingTypes)
        {
            var type = await _reader.FindAsync(file.Slug);

            Assert.Equal(
                (file.Acronym, file.Name, file.Summary.Trim(), file.Description.Trim()),
                (type!.Acronym, type.Name, type.Summary, type.Description));
            Assert.Equal(file.Synonyms, type.Synonyms);
            Assert.Equal(file.Departments.Select(d => (d.Department, d.Reason)), type.Departments.Select(d => (d.Slug, d.Reason)));
            Assert.Equal(["S4", "ED"], type.Sources.Select(s => s.Code));
        }
    }

    [Fact]
    public async Task Departments_come_nearest_first_with_name_and_office()
    {
        var type = await _reader.FindAsync("ito");

        Assert.Equal(
            [("Information Technology", Office.Back), ("IT Support", Office.Both)],
            type!.Departments.Select(d => (d.Name, d.Office)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bpo")]
    public async Task Unknown_slug_finds_nothing(string slug) => Assert.Null(await _reader.FindAsync(slug));

    [Fact]
    public async Task Departments_can_be_capped_and_are_counted_all_the_same()
    {
        var type = await _reader.FindAsync("kpo", mostDepartments: 1);

        Assert.Equal(2, type!.DepartmentCount);
        Assert.Equal(["research-and-analytics"], type.Departments.Select(d => d.Slug));
        Assert.Equal(7, (await _reader.ListAsync()).Sum(t => t.DepartmentCount));
    }
}
