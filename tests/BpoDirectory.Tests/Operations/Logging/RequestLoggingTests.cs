using System.Text.Json;

namespace BpoDirectory.Tests.Operations.Logging;

public sealed class RequestLoggingTests
{
    private const string Category = "Serilog.AspNetCore.RequestLoggingMiddleware";
    private const string Secret = "verysecretwords";

    [Fact]
    public async Task Each_request_has_one_line_with_method_path_status_time_and_trace()
    {
        using var app = new BrokenApp();
        await app.Client.GetAsync("/departments/legal?x=1");
        await app.Client.GetAsync("/no-such-page");
        await app.Client.PostAsync("/api/v1/comparison", null);
        await app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/robots.txt"));

        var lines = await LinesAsync(app);

        Assert.Equal(
            [("GET", "/departments/legal", 200), ("GET", "/no-such-page", 404), ("POST", "/api/v1/comparison", 405),
                ("HEAD", "/robots.txt", 200)],
            lines.Select(line => (Text(line, "Method"), Text(line, "Path"), line.GetProperty("Status").GetInt32())));
        Assert.All(lines, line =>
        {
            Assert.InRange(line.GetProperty("Elapsed").GetDouble(), 0, 60_000);
            Assert.Matches("^[0-9a-f]{32}$", Text(line, "Trace"));
            Assert.Equal(line.GetProperty("@tr").GetString(), Text(line, "Trace"));
        });
    }

    [Fact]
    public async Task Answer_that_is_sent_again_has_its_line_too_each_with_a_trace_of_its_own()
    {
        using var app = new BrokenApp();
        await app.Client.GetAsync("/departments/legal");
        await app.Client.GetAsync("/departments/legal");
        await app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/departments/legal"));

        var lines = await LinesAsync(app);

        Assert.Equal(
            [("GET", "/departments/legal", 200), ("GET", "/departments/legal", 200), ("HEAD", "/departments/legal", 200)],
            lines.Select(line => (Text(line, "Method"), Text(line, "Path"), line.GetProperty("Status").GetInt32())));
        Assert.Equal(3, lines.Select(line => Text(line, "Trace")).Distinct().Count());
    }

    [Theory]
    [InlineData("/departments/legal")]
    [InlineData("/no-such-page")]
    public async Task Trace_of_the_caller_is_continued(string path)
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        using var app = new BrokenApp();
        app.Client.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        await app.Client.GetAsync(path);
        await app.Client.GetAsync(path);

        Assert.Equal([Trace, Trace], (await LinesAsync(app)).Select(line => Text(line, "Trace")));
    }

    [Fact]
    public async Task What_was_asked_for_stands_nowhere_in_the_log_however_much_is_logged()
    {
        using var app = new BrokenApp(
            ("Serilog:MinimumLevel:Default", "Verbose"),
            ("Serilog:MinimumLevel:Override:Microsoft", "Verbose"),
            ("Serilog:MinimumLevel:Override:System", "Verbose"),
            ("Serilog:MinimumLevel:Override:Microsoft.AspNetCore.Hosting.Diagnostics", "Verbose"));
        string[] addresses =
            ["/", "/departments", "/functions", "/api/v1/departments", "/api/v1/functions", "/no-such-page", "/api/v1/no-such-thing",
                "/theme", "/health/ready"];
        foreach (var address in addresses)
        {
            await app.Client.GetAsync($"{address}?q={Secret}&office={Secret}");
            await app.Client.PostAsync($"{address}?q={Secret}", null);
        }
        await app.SqlAsync("PRAGMA foreign_keys = OFF; DROP TABLE BusinessFunctions");
        await app.Client.GetAsync($"/functions?q={Secret}2");
        await app.Client.GetAsync($"/api/v1/functions?q={Secret}2");

        var log = await app.EndAsync();

        Assert.InRange(log.Count, 100, 100_000);
        Assert.DoesNotContain(log, entry => entry.GetRawText().Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Line_break_in_a_path_does_not_begin_a_line()
    {
        using var app = new BrokenApp();
        await app.Client.GetAsync("/a%0D%0AINF%20forged");

        Assert.Equal("/a%0D%0AINF%20forged", Text(Assert.Single(await LinesAsync(app)), "Path"));
    }

    [Fact]
    public async Task Failure_is_a_line_of_its_status()
    {
        using var app = new BrokenApp();
        await app.SqlAsync("PRAGMA foreign_keys = OFF; DROP TABLE BusinessFunctions");
        await app.Client.GetAsync("/functions");

        var line = Assert.Single(await LinesAsync(app));

        Assert.Equal((500, "Error"), (line.GetProperty("Status").GetInt32(), line.GetProperty("@l").GetString()));
    }

    private static async Task<List<JsonElement>> LinesAsync(BrokenApp app) =>
        [.. (await app.EndAsync()).Where(entry => Text(entry, "SourceContext") == Category)];

    private static string? Text(JsonElement entry, string property) =>
        entry.TryGetProperty(property, out var value) ? value.GetString() : null;
}
