using System.Net;
using System.Xml.Linq;

namespace BpoDirectory.Tests.Components;

public sealed class SiteFilesTests(DirectoryApp app) : IClassFixture<DirectoryApp>
{
    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task Robots_may_read_everything_and_learn_where_the_sitemap_is()
    {
        var robots = await _client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative));

        Assert.Contains("User-agent: *", robots, StringComparison.Ordinal);
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_reaches_every_page_and_each_answers()
    {
        var files = await LocationsAsync("/sitemap.xml");
        var pages = (await Task.WhenAll(files.Select(LocationsAsync))).SelectMany(locations => locations).ToList();

        Assert.Contains("http://localhost/departments/call-center", pages);
        Assert.Contains("http://localhost/functions/payroll-processing", pages);
        Assert.Contains("http://localhost/guide/what-is-bpo", pages);
        Assert.Distinct(pages);
        foreach (var page in pages)
            Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(page)).StatusCode);
    }

    [Theory]
    [InlineData("/sitemap-departments-2.xml")]
    [InlineData("/sitemap-departments-0.xml")]
    [InlineData("/sitemap-departments-2147483647.xml")]
    public async Task A_sitemap_past_the_end_does_not_exist(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

    private async Task<IReadOnlyList<string>> LocationsAsync(string address) =>
        [.. XDocument.Parse(await _client.GetStringAsync(address)).Descendants().Where(element => element.Name.LocalName == "loc")
            .Select(element => element.Value)];
}
