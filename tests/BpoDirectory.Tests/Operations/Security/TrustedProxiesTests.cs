using System.Net;
using BpoDirectory.Operations;
using BpoDirectory.Operations.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Operations.Security;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.0/24", "192.0.2.77", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("", "192.0.2.1", false)]
    public async Task Word_of_a_proxy_counts_only_where_it_is_trusted(string trusted, string from, bool counts)
    {
        using var app = new BrokenApp(("Proxies:Trusted", trusted));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");

        using var answer = await app.SendAsync(request, from);

        Assert.Equal(counts, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Address_is_taken_from_the_last_proxy_that_is_trusted()
    {
        using var app = new BrokenApp(("Proxies:Trusted", "192.0.2.1, 192.0.2.2"), ("Metrics:Allow", "198.51.100.7"));

        Assert.Equal(HttpStatusCode.OK, await AskAsync("203.0.113.9, 198.51.100.7, 192.0.2.2"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("198.51.100.7, 203.0.113.9"));

        async Task<HttpStatusCode> AskAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
            request.Headers.Add("X-Forwarded-For", path);
            using var answer = await app.SendAsync(request, "192.0.2.1");
            return answer.StatusCode;
        }
    }

    [Fact]
    public void To_trust_some_and_all_at_once_is_refused()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Proxies:Trusted", "192.0.2.1"), new("ForwardedHeaders_Enabled", "true")]).Build();

        var refused = Assert.Throws<SettingException>(() => new ServiceCollection().AddTrustedProxies(configuration));

        Assert.Contains("Remove it: Proxies:Trusted says whom to trust.", refused.Message, StringComparison.Ordinal);
    }
}
