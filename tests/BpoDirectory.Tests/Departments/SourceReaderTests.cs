using BpoDirectory.Departments;
using BpoDirectory.Tests.Catalog;

namespace BpoDirectory.Tests.Departments;

public sealed class SourceReaderTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Fact]
    public async Task Sources_come_in_the_catalogs_order_with_their_descriptions()
    {
        var sources = await database.Get<SourceReader>().ListAsync();

        Assert.Equal(
            BuiltInCatalog.Files.Sources.Select(s => (s.Code, s.Slug, s.Title, s.Description)),
            sources.Select(s => (s.Code, s.Slug, s.Title, s.Description)));
    }
}
