using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Tests.Catalog;

namespace BpoDirectory.Tests.Departments;

public sealed class BusinessFunctionReaderTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    private readonly BusinessFunctionReader _reader = database.Get<BusinessFunctionReader>();

    [Fact]
    public async Task List_holds_every_function_by_name_with_its_owners_in_order()
    {
        var functions = await _reader.ListAsync();

        var expected = BuiltInCatalog.Files.Functions.OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).ToList();
        Assert.Equal(
            expected.Select(f => (f.Slug, f.Name, f.Description.Trim())),
            functions.Select(f => (f.Slug, f.Name, f.Description)));
        Assert.Equal(expected.Select(f => f.Owners.Select(o => o.Department)), functions.Select(f => f.Owners.Select(o => o.Slug)));
        Assert.Equal(expected.Select(f => f.Synonyms), functions.Select(f => f.Synonyms));
    }

    [Fact]
    public async Task Details_hold_owners_with_rank_reason_and_sources()
    {
        var support = await _reader.FindAsync("technical-support");

        Assert.Equal(
            [("it-support", 1, null), ("information-technology", 2, "Assists employees and in some instances clients"), ("customer-service", 3, "Often gives the first answer to customers")],
            support!.Owners.Select(o => (o.Slug, o.Rank, o.Reason)));
        Assert.Equal(["S0 S4", "S2", "ED"], support.Owners.Select(o => string.Join(' ', o.Sources)));
        Assert.Equal([Office.Both, Office.Back, Office.Front], support.Owners.Select(o => o.Office));
        Assert.All(support.Owners, owner => Assert.Equal(BuiltInCatalog.Departments[owner.Slug].Summary, owner.Summary));
    }

    [Fact]
    public async Task Details_hold_every_source_once_in_the_catalogs_order()
    {
        var support = await _reader.FindAsync("technical-support");
        Assert.Equal(["S0", "S2", "S4", "ED"], support!.Sources.Select(s => s.Code));

        var leads = await _reader.FindAsync("lead-generation");
        Assert.Equal(["S0", "S3"], leads!.Sources.Select(s => s.Code));
        Assert.Equal(["department-list", "bpo-services"], leads.Sources.Select(s => s.Slug));
    }

    [Fact]
    public async Task Details_hold_description_synonyms_and_the_note_on_disagreeing_documents()
    {
        var file = BuiltInCatalog.Files.Functions.Single(f => f.Slug == "payroll-processing");

        var payroll = await _reader.FindAsync("payroll-processing");

        Assert.Equal((file.Name, file.Description.Trim(), file.Note!.Trim()), (payroll!.Name, payroll.Description, payroll.Note));
        Assert.Equal(file.Synonyms, payroll.Synonyms);
    }

    [Theory]
    [InlineData("")]
    [InlineData("payroll")]
    [InlineData("no-such-function")]
    public async Task Unknown_slug_finds_nothing(string slug) => Assert.Null(await _reader.FindAsync(slug));

    [Fact]
    public async Task Slug_is_found_without_regard_to_case() =>
        Assert.Equal("payroll-processing", (await _reader.FindAsync("Payroll-Processing"))!.Slug);
}
