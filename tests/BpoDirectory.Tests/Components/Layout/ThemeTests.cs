using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BpoDirectory.Tests.Components.Layout;

public sealed class ThemeTests(DirectoryApp app) : IClassFixture<DirectoryApp>
{
    private readonly HttpClient _client =
        app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("auto")]
    public async Task A_choice_is_remembered_for_a_year_and_leads_back(string theme)
    {
        var answer = await ChooseAsync(theme, "/guide?x=1");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/guide?x=1", answer.Headers.Location!.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"theme={theme};", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=31536000", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("guide")]
    [InlineData("/ü")]
    [InlineData("")]
    [InlineData(null)]
    public async Task It_never_leads_to_another_site(string? returnUrl) =>
        Assert.Equal("/", (await ChooseAsync("dark", returnUrl)).Headers.Location!.OriginalString);

    [Theory]
    [InlineData("blue")]
    [InlineData("DARK")]
    [InlineData(null)]
    public async Task An_unknown_theme_is_refused(string? theme)
    {
        var answer = await ChooseAsync(theme, "/");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Another_site_cannot_choose(string header, string value)
    {
        var answer = await ChooseAsync("dark", "/", (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://localhost")]
    public async Task This_site_can(string header, string value) =>
        Assert.Equal(HttpStatusCode.Redirect, (await ChooseAsync("dark", "/", (header, value))).StatusCode);

    [Theory]
    [InlineData("theme=dark", "<html lang=\"en\" data-theme=\"dark\">")]
    [InlineData("theme=light", "<html lang=\"en\" data-theme=\"light\">")]
    [InlineData("theme=auto", "<html lang=\"en\">")]
    [InlineData("theme=%22%3E", "<html lang=\"en\">")]
    [InlineData("other=dark", "<html lang=\"en\">")]
    public async Task Pages_come_in_the_theme_chosen(string cookie, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/guide");
        request.Headers.Add("Cookie", cookie);

        var page = await (await _client.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains(expected, page, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> ChooseAsync(string? theme, string? returnUrl, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/theme")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string?> { ["theme"] = theme, ["returnUrl"] = returnUrl }.Where(field => field.Value is not null)!),
        };
        if (header is { } added)
            request.Headers.Add(added.Name, added.Value);
        return await _client.SendAsync(request);
    }
}
