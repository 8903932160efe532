using System.IO.Compression;
using System.Text.RegularExpressions;

namespace BpoDirectory.Tests.Operations.Caching;

[Collection(SharedApp.Name)]
public sealed class CompressionTests(DirectoryApp app)
{
    private readonly HttpClient _client = app.CreateClient();

    public static TheoryData<string> Texts =>
    [
        "/", "/departments", "/no-such-page", "/api/v1/departments", "/api/v1/departments?page=0", "/api/v1/departments/legal",
        "/openapi/v1.json", "/sitemap-pages.xml", "/robots.txt", "/app.css", "/mud.css", "/mud.js",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_is_compressed_as_the_browser_wishes(string path)
    {
        var plain = await ReadAsync(path, "identity", "");

        Assert.Equal(plain, await ReadAsync(path, "br", "br"));
        Assert.Equal(plain, await ReadAsync(path, "gzip", "gzip"));
        Assert.Equal(plain, await ReadAsync(path, "gzip, deflate, br, zstd", "br"));
        Assert.Equal(plain, await ReadAsync(path, "", ""));
    }

    [Fact]
    public async Task Files_come_as_the_build_compressed_them()
    {
        var file = "/" + Regex.Match(await _client.GetStringAsync("/"), "app\\.[a-z0-9]+\\.css").Value;

        using var plain = await SendAsync(file, "identity");
        using var small = await SendAsync(file, "gzip, deflate, br, zstd");

        Assert.Equal(["br"], small.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], small.Headers.Vary);
        Assert.Equal(["Accept-Encoding"], plain.Headers.Vary);
        // An answer compressed for each request would not know its length beforehand.
        Assert.InRange(small.Content.Headers.ContentLength!.Value, 1, plain.Content.Headers.ContentLength!.Value - 1);
        Assert.NotEqual(plain.Headers.ETag, small.Headers.ETag);
    }

    // The text, after checking that it came encoded as expected and that caches are told so. What differs between two answers is left out.
    private async Task<string> ReadAsync(string path, string accepted, string expected)
    {
        using var response = await SendAsync(path, accepted);
        Assert.Equal(expected, string.Join(',', response.Content.Headers.ContentEncoding));
        Assert.Equal("Accept-Encoding", Assert.Single(response.Headers.Vary, name => name == "Accept-Encoding"));
        await using var body = await response.Content.ReadAsStreamAsync();
        await using var text = expected switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(text);
        return Regex.Replace(await reader.ReadToEndAsync(), "[0-9a-f]{32}", "");
    }

    private Task<HttpResponseMessage> SendAsync(string path, string accepted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted.Length > 0)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return _client.SendAsync(request);
    }
}
