using System.Net;
using System.Text;
using BpoDirectory.Operations.Security;

namespace BpoDirectory.Tests.Operations.Security;

public sealed class RateLimitsTests
{
    private const string One = "192.0.2.1";
    private const string Other = "192.0.2.2";

    [Theory]
    [InlineData("/?q=tax", "text/html")]
    [InlineData("/departments?q=tax", "text/html")]
    [InlineData("/api/v1/departments?q=tax", "application/problem+json")]
    [InlineData("/api/v1/suggestions?q=tax", "application/problem+json")]
    public async Task Address_that_searches_too_often_is_told_to_wait_and_another_is_not(string path, string type)
    {
        using var app = new BrokenApp(("RateLimits:SearchesPerSecond", "1"));

        var refused = await UntilRefusedAsync(() => app.GetAsync(path, One));

        Assert.Equal(type, refused.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Too", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync(path, Other)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/departments/legal", One)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/", One)).StatusCode);
    }

    [Fact]
    public async Task Assistant_that_asks_too_often_is_told_to_wait_and_another_is_not()
    {
        using var app = new BrokenApp(("RateLimits:SearchesPerSecond", "1"));

        var refused = await UntilRefusedAsync(() => PingAsync(app, One));

        Assert.Contains("Too", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await PingAsync(app, Other)).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", "1")]
    [InlineData("::1", "1")]
    [InlineData(One, "0")]
    public async Task Machine_itself_and_everybody_where_no_limit_is_set_may_search_as_they_like(string address, string limit)
    {
        using var app = new BrokenApp(("RateLimits:SearchesPerSecond", limit));

        for (var i = 0; i < 40; i++)
            Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/api/v1/suggestions?q=tax", address)).StatusCode);
    }

    [Fact]
    public async Task Network_of_ipv6_counts_as_one_address()
    {
        using var app = new BrokenApp(("RateLimits:SearchesPerSecond", "1"));
        var number = 0;

        await UntilRefusedAsync(() => app.GetAsync("/api/v1/suggestions?q=tax", $"2001:db8::{++number:x}"));

        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/api/v1/suggestions?q=tax", "2001:db8:0:1::1")).StatusCode);
    }

    [Fact]
    public async Task Address_that_tries_to_sign_in_too_often_is_told_to_wait_and_another_is_not()
    {
        using var app = new BrokenApp();
        for (var i = 0; i < RateLimits.UsualSignIns; i++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await SignInAsync(app, One)).StatusCode);

        using var refused = await SignInAsync(app, One);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), RateLimits.Window);
        Assert.Contains("Too many requests", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", refused.Headers.CacheControl?.ToString().Split(',')[0]);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await SignInAsync(app, Other)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/account/sign-in", One)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SignInAsync(app, One, "/account/passkeys/question")).StatusCode);
    }

    private static async Task<HttpResponseMessage> UntilRefusedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        for (var i = 0; i < 1_000; i++)
        {
            var answer = await ask();
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                return answer;
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        throw new InvalidOperationException("Nothing was refused.");
    }

    private static async Task<HttpResponseMessage> PingAsync(BrokenApp app, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"ping"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        return await app.SendAsync(request, from);
    }

    private static async Task<HttpResponseMessage> SignInAsync(BrokenApp app, string from, string path = "/account/sign-in")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("UserName", "ada")]) };
        return await app.SendAsync(request, from);
    }
}
