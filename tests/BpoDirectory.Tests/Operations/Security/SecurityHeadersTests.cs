using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BpoDirectory.Tests.Operations.Security;

[Collection(SharedApp.Name)]
public sealed class SecurityHeadersTests(DirectoryApp app)
{
    private readonly HttpClient _client = app.CreateClient();

    [Theory]
    [InlineData("/")]
    [InlineData("/departments/legal")]
    [InlineData("/no-such-page")]
    [InlineData("/error")]
    [InlineData("/robots.txt")]
    [InlineData("/no-such-file.css")]
    [InlineData("/api/v1/departments")]
    [InlineData("/api/v1/departments?page=0")]
    [InlineData("/api/v1/no-such-thing")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_them(string path)
    {
        using var first = await _client.GetAsync(path);
        // Most answers are sent again as they were kept.
        using var response = await _client.GetAsync(path);

        Assert.Equal(
            first.Headers.NonValidated.Select(header => header.Key).Except(["Age"]).Order(),
            response.Headers.NonValidated.Select(header => header.Key).Except(["Age"]).Order());
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'",
            Value(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Value(response, "X-Content-Type-Options"));
        Assert.Equal("DENY", Value(response, "X-Frame-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Value(response, "Referrer-Policy"));
        Assert.Contains("camera=()", Value(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", Value(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Value(response, "Cross-Origin-Resource-Policy"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.NotEmpty(Value(response, "Cache-Control"));
    }

    [Theory]
    [InlineData("/app.css")]
    [InlineData("/favicon.svg")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task Own_file_carries_those_of_a_file_and_may_do_nothing_by_itself(string path)
    {
        using var response = await _client.GetAsync(path);

        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Value(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Value(response, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Value(response, "Cross-Origin-Resource-Policy"));
        Assert.False(response.Headers.Contains("Permissions-Policy"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.NotEmpty(Value(response, "Cache-Control"));
    }

    [Fact]
    public async Task Answer_that_is_not_sent_again_carries_them_too()
    {
        using var first = await _client.GetAsync("/departments/legal");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/departments/legal");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _client.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(Value(first, "Content-Security-Policy"), Value(second, "Content-Security-Policy"));
    }

    [Theory]
    [InlineData("http://localhost", false)]
    [InlineData("https://localhost", true)]
    public async Task Https_is_demanded_over_https_only(string site, bool demanded)
    {
        using var client = app.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(site) });

        using var response = await client.GetAsync("/");

        Assert.Equal(demanded, response.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/departments/legal")]
    [InlineData("/no-such-page")]
    [InlineData("/api/v1/departments")]
    public async Task What_may_change_is_asked_for_again_each_time(string path)
    {
        using var response = await _client.GetAsync(path);

        Assert.Equal("no-cache", Value(response, "Cache-Control"));
    }

    [Fact]
    public async Task File_named_by_its_content_is_kept_for_a_year()
    {
        var files = Regex.Matches(await _client.GetStringAsync("/"), "(?:href|src)=\"([^\"]+\\.(?:css|js|svg))\"")
            .Select(match => match.Groups[1].Value).ToList();

        Assert.InRange(files.Count, 3, 10);
        foreach (var file in files)
        {
            using var response = await _client.GetAsync("/" + file);
            Assert.True(response.IsSuccessStatusCode, file);
            Assert.Equal("max-age=31536000, immutable", Value(response, "Cache-Control"));
        }
    }

    private static string Value(HttpResponseMessage response, string header) => Assert.Single(response.Headers.GetValues(header));
}
