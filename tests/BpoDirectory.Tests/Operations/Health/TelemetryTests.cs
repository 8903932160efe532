using System.Net;

namespace BpoDirectory.Tests.Operations.Health;

public sealed class TelemetryTests
{
    [Theory]
    [InlineData("", "127.0.0.1", false)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "::ffff:127.0.0.1", true)]
    [InlineData("127.0.0.1", "192.0.2.1", false)]
    [InlineData("10.0.0.0/8, 2001:db8::/32", "10.1.2.3", true)]
    [InlineData("10.0.0.0/8, 2001:db8::/32", "2001:db8::5", true)]
    [InlineData("10.0.0.0/8, 2001:db8::/32", "11.0.0.1", false)]
    public async Task Metrics_are_for_those_only_whom_a_setting_names(string allowed, string from, bool isShown)
    {
        using var app = new BrokenApp(("Metrics:Allow", allowed));
        await app.GetAsync("/departments/legal", from);

        using var answer = await app.GetAsync("/metrics", from);

        Assert.Equal(isShown ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(
            isShown, (await answer.Content.ReadAsStringAsync()).Contains("http_server_request_duration", StringComparison.Ordinal));
    }
}
