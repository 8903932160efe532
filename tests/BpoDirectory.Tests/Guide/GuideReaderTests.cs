using BpoDirectory.Guide;
using BpoDirectory.Tests.Catalog;

namespace BpoDirectory.Tests.Guide;

public sealed class GuideReaderTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    private readonly GuideReader _reader = database.Get<GuideReader>();

    public static TheoryData<string> Slugs => [.. BuiltInCatalog.Files.Guide.Select(g => g.Slug)];

    [Fact]
    public async Task Articles_come_in_reading_order() =>
        Assert.Equal(
            BuiltInCatalog.Files.Guide.Select(g => (g.Slug, g.Title, g.Summary)),
            (await _reader.ListAsync()).Select(a => (a.Slug, a.Title, a.Summary)));

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Article_holds_its_text_its_sources_and_its_neighbours(string slug)
    {
        var files = BuiltInCatalog.Files.Guide.ToList();
        var place = files.FindIndex(g => g.Slug == slug);

        var article = await _reader.FindAsync(slug);

        Assert.Equal((files[place].Title, files[place].Summary, files[place].Body), (article!.Title, article.Summary, article.Body));
        Assert.Equal(files[place].Sources.Order(SourceOrder), article.Sources.Select(s => s.Code));
        Assert.Equal(files.ElementAtOrDefault(place - 1)?.Title, article.Previous?.Title);
        Assert.Equal(files.ElementAtOrDefault(place + 1)?.Title, article.Next?.Title);
    }

    [Fact]
    public async Task First_article_has_none_before_and_the_last_none_after()
    {
        Assert.Null((await _reader.FindAsync("what-is-bpo"))!.Previous);
        Assert.Null((await _reader.FindAsync("terms-and-acronyms"))!.Next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("01-what-is-bpo")]
    [InlineData("no-such-article")]
    public async Task Unknown_slug_finds_nothing(string slug) => Assert.Null(await _reader.FindAsync(slug));

    private static Comparer<string> SourceOrder { get; } = Comparer<string>.Create((left, right) => Place(left).CompareTo(Place(right)));

    private static int Place(string code) => BuiltInCatalog.Files.Sources.ToList().FindIndex(s => s.Code == code);
}
