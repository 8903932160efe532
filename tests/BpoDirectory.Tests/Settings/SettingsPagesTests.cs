using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BpoDirectory.Accounts;
using BpoDirectory.Settings;
using BpoDirectory.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Settings;

/// <summary>What readers see of settings, from the next request on.</summary>
public sealed class SettingsPagesTests(AccountApp app) : IClassFixture<AccountApp>, IAsyncLifetime
{
    private static readonly Actor Root = new(1, "root");

    private readonly HttpClient _reader = app.CreateClient();

    // Each test begins with what nobody has settled.
    public Task InitializeAsync() => SaveAsync(_ => { });

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/")]
    [InlineData("/departments/legal")]
    [InlineData("/no/such/page")]
    public async Task Page_that_was_kept_shows_another_name_at_the_next_request(string path)
    {
        var before = await PageAsync(path);
        Assert.Equal("BPO Directory", before.QuerySelector(".brand")!.TextContent.Trim());

        await SaveAsync(content => content.Name = "Acme Who’s Who");

        var page = await PageAsync(path);
        Assert.Equal("Acme Who’s Who", page.QuerySelector(".brand")!.TextContent.Trim());
        Assert.EndsWith("· Acme Who’s Who", page.Title, StringComparison.Ordinal);
        Assert.StartsWith("Acme Who’s Who:", page.QuerySelector("footer p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browser_that_has_the_page_is_not_told_that_it_is_the_same()
    {
        using var first = await _reader.GetAsync("/about");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/about") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var same = await _reader.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        await SaveAsync(content => content.Name = "Acme");

        using var later = new HttpRequestMessage(HttpMethod.Get, "/about") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var other = await _reader.SendAsync(later);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Hostile_texts_stay_texts()
    {
        const string Hostile = "</title><script>alert(1)</script>";
        await SaveAsync(content =>
        {
            (content.Name, content.Headline, content.Examples) = (Hostile, $"{Hostile}?", [Hostile, "\"onmouseover=alert(1) x=\""]);
            content.FooterLinks.Add(new FooterLink { Label = Hostile, Address = "https://example.com/\"onclick=alert(1)" });
        });

        var html = await _reader.GetStringAsync("/");
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(html);

        Assert.EndsWith($"· {Hostile}", page.Title, StringComparison.Ordinal);
        Assert.Equal(Hostile, page.QuerySelector(".brand")!.TextContent.Trim());
        Assert.Equal($"{Hostile}?", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith(Hostile, page.QuerySelector("footer p")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("script"), script => Assert.NotNull(script.GetAttribute("src")));
        Assert.All(page.QuerySelectorAll("*"),
            element => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Home_asks_and_gives_examples_as_settled()
    {
        Assert.Contains("medical coding", Examples(await PageAsync("/")));

        await SaveAsync(content => (content.Headline, content.Examples) = ("Whom do I ask?", ["travel costs", "parking & keys"]));

        var page = await PageAsync("/");
        Assert.Equal("Whom do I ask?", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["travel costs", "parking & keys"], Examples(page));
        Assert.Equal("/?q=parking%20%26%20keys", page.QuerySelectorAll(".examples a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task Foot_of_every_page_has_the_links_and_reports_can_be_written_to_the_address()
    {
        Assert.Null(Report(await PageAsync("/report?page=%2Fdepartments%2Flegal")));

        await SaveAsync(content =>
        {
            content.ReportAddress = "desk@example.com";
            content.FooterLinks.Add(new FooterLink { Label = "Intranet", Address = "https://intra.example.com/a?b=1&c=2" });
        });

        Assert.Equal(
            "mailto:desk@example.com?subject=Mistake%20on%20%2Fdepartments%2Flegal",
            Report(await PageAsync("/report?page=%2Fdepartments%2Flegal")));
        var page = await PageAsync("/departments/legal?sources=1");
        Assert.Equal(
            "https://intra.example.com/a?b=1&c=2",
            page.QuerySelectorAll("footer a").Single(link => link.TextContent == "Intranet").GetAttribute("href"));
    }

    [Theory]
    [InlineData("png", "image/png")]
    [InlineData("svg", "image/svg+xml")]
    public async Task Logo_is_served_so_that_nothing_in_it_runs_and_browsers_keep_it(string kind, string type)
    {
        var file = LogoFile.Read(kind == "png" ? LogoFiles.Png : LogoFiles.Svg());
        await SaveAsync(content => content.Logo = file.Reference, file);

        var image = (await PageAsync("/")).QuerySelector(".brand img")!;
        Assert.Equal(
            ("", $"{file.Reference.Width}", $"{file.Reference.Height}"),
            (image.GetAttribute("alt"), image.GetAttribute("width"), image.GetAttribute("height")));
        using var answer = await _reader.GetAsync(image.GetAttribute("src"));

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(file.Bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(
            (TimeSpan.FromDays(365), "immutable"),
            (answer.Headers.CacheControl!.MaxAge, Assert.Single(answer.Headers.CacheControl.Extensions).Name));
    }

    [Fact]
    public async Task Logo_that_is_removed_leaves_the_usual_mark()
    {
        var file = LogoFile.Read(LogoFiles.Png);
        await SaveAsync(content => content.Logo = file.Reference, file);

        await SaveAsync(_ => { });

        Assert.NotNull((await PageAsync("/")).QuerySelector(".brand svg"));
        using var unknown = await _reader.GetAsync("/logo/0000");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Accent_is_in_a_stylesheet_with_an_address_of_its_own_and_the_one_before_is_still_served()
    {
        var usual = Stylesheet(await PageAsync("/"));

        await SaveAsync(content => content.Accent = "#7a003c");

        var chosen = Stylesheet(await PageAsync("/"));
        Assert.NotEqual(usual, chosen);
        var styles = await _reader.GetStringAsync(chosen);
        var accent = AccentColour.From("#7a003c");
        Assert.Equal([accent.Light, accent.Dark, accent.Dark], Primaries(styles));
        Assert.Contains($"--accent-tint: {accent.DarkGround};", styles, StringComparison.Ordinal);
        Assert.Contains("--mud-palette-primary: rgba(11,92,104,1)", await _reader.GetStringAsync(usual), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Description_of_the_api_has_the_name()
    {
        await SaveAsync(content => content.Name = "Acme");

        Assert.Equal("Acme", (string?)JsonNode.Parse(await _reader.GetStringAsync("/openapi/v1.json"))!["info"]!["title"]);
    }

    [Fact]
    public async Task Only_administrators_find_the_page()
    {
        using var forEditor = await app.Editor.GetAsync("/admin/settings");
        using var home = await app.Editor.GetAsync("/admin");
        using var forAdministrator = await app.Administrator.GetAsync("/admin/settings");

        Assert.NotEqual(HttpStatusCode.OK, forEditor.StatusCode);
        Assert.DoesNotContain("/admin/settings", await home.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, forAdministrator.StatusCode);
        Assert.Contains("href=\"/admin/settings\"", await forAdministrator.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Examples(IHtmlDocument page) =>
        page.QuerySelectorAll(".examples a").Select(link => link.TextContent);

    private static string? Report(IHtmlDocument page) => page.QuerySelector("a[href^=mailto]")?.GetAttribute("href");

    private static string Stylesheet(IHtmlDocument page) =>
        page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!)
            .Single(address => address.StartsWith("theme.", StringComparison.Ordinal));

    private static IEnumerable<string> Primaries(string styles) =>
        Regex.Matches(styles, @"--mud-palette-primary: rgba\((\d+),(\d+),(\d+),1\);")
        .Select(match => "#"
            + string.Concat(Enumerable.Range(1, 3).Select(part => int.Parse(match.Groups[part].Value, null).ToString("x2", null))));

    private async Task<IHtmlDocument> PageAsync(string path)
    {
        using var answer = await _reader.GetAsync(path);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    private async Task SaveAsync(Action<SettingsContent> change, LogoFile? logo = null)
    {
        var content = new SettingsContent();
        change(content);
        var version = app.Services.GetRequiredService<CurrentSettings>().Saved.Version;
        Assert.NotNull((await app.Services.GetRequiredService<SettingsStore>().SaveAsync(Root, content, version, logo)).Saved);
    }
}
