using System.Net;
using System.Text.RegularExpressions;

namespace BpoDirectory.Tests.Components.Theming;

[Collection(SharedApp.Name)]
public sealed partial class ThemeStylesheetTests(DirectoryApp app)
{
    [Fact]
    public async Task Pages_link_to_it_and_browsers_keep_it_for_a_year()
    {
        using var client = app.CreateClient();

        using var answer = await client.GetAsync(await AddressAsync(client));

        Assert.Equal((HttpStatusCode.OK, "text/css"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var caching = answer.Headers.CacheControl!;
        Assert.Equal((TimeSpan.FromDays(365), "immutable"), (caching.MaxAge, Assert.Single(caching.Extensions).Name));
    }

    [Fact]
    public async Task It_has_light_colours_and_dark_ones_for_whoever_chose_them_or_has_a_dark_system()
    {
        using var client = app.CreateClient();
        var styles = await client.GetStringAsync(await AddressAsync(client));

        Assert.Matches(@"^:root\{color-scheme:light dark;.*--mud-palette-primary: rgba\(11,92,104,1\);", styles);
        Assert.Matches(
            @"(?m)^@media screen\{ :root\[data-theme=dark\]\{color-scheme:dark;.*--mud-palette-primary: rgba\(116,199,209,1\);", styles);
        Assert.Matches(
            @"(?m)^@media screen and \(prefers-color-scheme:dark\)\{ :root:not\(\[data-theme=light\]\)\{.*--mud-palette-primary: rgba\(116,199,209,1\);", styles);
        Assert.Contains("--office-front-ink: #9a3b10;", styles, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_of_another_content_is_not_found()
    {
        using var client = app.CreateClient();

        using var answer = await client.GetAsync("/theme.0000000000000000.css");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<string> AddressAsync(HttpClient client) =>
        $"/{Link().Match(await client.GetStringAsync("/")).Groups["address"].Value}";

    [GeneratedRegex("""<link rel="stylesheet" href="(?<address>theme\.[0-9a-f]{16}\.css)""")]
    private static partial Regex Link();
}
