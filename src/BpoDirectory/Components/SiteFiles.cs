using System.Globalization;
using System.Text;
using System.Xml;
using BpoDirectory.Departments;
using BpoDirectory.Functions;
using BpoDirectory.Guide;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.ServiceLines;
using BpoDirectory.Sites;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Components;

/// <summary>The files that search engines ask for: robots.txt and the sitemap.</summary>
public static class SiteFiles
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Maps <c>/robots.txt</c>, <c>/sitemap.xml</c>, an index, and the sitemaps it names.</summary>
    public static void MapSiteFiles(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("").ExcludeFromDescription();
        files.MapGet("/robots.txt", Robots);
        files.MapGet("/sitemap.xml", IndexAsync);
        files.MapGet("/sitemap-pages.xml", PagesAsync);
        files.MapGet("/sitemap-departments-{page:int:min(1)}.xml", DepartmentsAsync);
    }

    private static ContentHttpResult Robots(HttpRequest request) =>
        TypedResults.Text(
            $"User-agent: *\nDisallow: /error\nDisallow: /compare?\nDisallow: /compare.csv\n\nSitemap: {Site(request)}/sitemap.xml\n");

    private static async Task<IResult> IndexAsync(HttpRequest request, DepartmentAddresses departments, CancellationToken cancellation)
    {
        var pages = await departments.CountPagesAsync(cancellation);
        var names = Enumerable.Range(1, pages).Select(page => $"/sitemap-departments-{page}.xml").Prepend("/sitemap-pages.xml");
        return Document("sitemapindex", "sitemap", names.Select(name => (Site(request) + name, (DateTime?)null)));
    }

    private static async Task<IResult> PagesAsync(
        HttpRequest request, BusinessFunctionReader functions, ServiceLineReader lines, OutsourcingTypeReader types, SiteReader sites,
        GuideReader guide, CancellationToken cancellation)
    {
        string[] addresses =
        [
            "/", "/departments", "/functions", "/service-lines", "/sites", "/outsourcing-types", "/guide", "/about", "/api", "/compare",
            "/coverage", "/coverage/organisation", .. (await functions.SlugsAsync(cancellation)).Select(slug => "/functions/" + slug),
            .. lines.Names().Select(line => "/service-lines/" + line.Slug),
            .. types.Names().Select(type => "/outsourcing-types/" + type.Slug),
            .. sites.Names().Select(site => "/sites/" + site.Slug),
            .. (await guide.ListAsync(cancellation)).Select(article => "/guide/" + article.Slug),
        ];
        return Document("urlset", "url", addresses.Select(address => (Site(request) + address, (DateTime?)null)));
    }

    private static async Task<IResult> DepartmentsAsync(
        int page, HttpRequest request, DepartmentAddresses departments, CancellationToken cancellation)
    {
        var listed = await departments.ListAsync(page, cancellation);
        return listed.Count == 0
            ? TypedResults.NotFound()
            : Document("urlset", "url",
                listed.Select(department => ($"{Site(request)}/departments/{department.Slug}", (DateTime?)department.UpdatedAt)));
    }

    private static PushStreamHttpResult Document(string root, string element, IEnumerable<(string Address, DateTime? ChangedAt)> entries) =>
        TypedResults.Stream(
            async stream =>
            {
                await using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });
                await xml.WriteStartDocumentAsync();
                await xml.WriteStartElementAsync(null, root, Namespace);
                foreach (var (address, changedAt) in entries)
                {
                    await xml.WriteStartElementAsync(null, element, Namespace);
                    await xml.WriteElementStringAsync(null, "loc", Namespace, address);
                    if (changedAt is { } time)
                        await xml.WriteElementStringAsync(
                            null, "lastmod", Namespace, time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                    await xml.WriteEndElementAsync();
                }
                await xml.WriteEndDocumentAsync();
            },
            "application/xml");

    private static string Site(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
