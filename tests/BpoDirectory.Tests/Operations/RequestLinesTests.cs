using System.Text.Json;
using BpoDirectory.Operations;

namespace BpoDirectory.Tests.Operations;

public sealed class RequestLinesTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private static readonly DateTime At = new(2026, 11, 21, 9, 5, 7, 250, DateTimeKind.Utc);

    [Fact]
    public void Each_request_is_a_line_of_the_console_in_local_time()
    {
        var lines = new RequestLines();
        lines.TryAdd(At, "GET", "/a", 200, 1.5, Trace);
        lines.TryAdd(At.AddSeconds(1), "POST", "/longer", 500, 20, Trace);

        var local = new DateTimeOffset(At).ToLocalTime();
        Assert.Equal(
            [$"{local:HH:mm:ss} INF GET /a 200 in 1.5 ms, trace {Trace}", $"{local.AddSeconds(1):HH:mm:ss} ERR POST /longer 500 in 20 ms, trace {Trace}"],
            Written(new ConsoleLine(), lines));
    }

    [Fact]
    public void Each_request_is_a_line_of_json()
    {
        var lines = new RequestLines();
        for (var i = 0; i < 100; i++)
            lines.TryAdd(At.AddMilliseconds(i), "GET", $"/{new string('a', i)}", 200 + i, i, Trace);

        var written = Written(new JsonLine(), lines).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(
            Enumerable.Range(0, 100).Select(i => (At.AddMilliseconds(i), $"/{new string('a', i)}", 200 + i, Trace)),
            written.Select(line => (
                line.GetProperty("Timestamp").GetDateTimeOffset().UtcDateTime,
                line.GetProperty("Properties").GetProperty("Path").GetString()!,
                line.GetProperty("Properties").GetProperty("Status").GetInt32(),
                line.GetProperty("TraceId").GetString()!)));
    }

    [Fact]
    public void There_is_room_for_a_number_of_lines_and_again_when_they_are_cleared()
    {
        var lines = new RequestLines();
        for (var i = 0; i < RequestLines.Most; i++)
            Assert.True(lines.TryAdd(At, "GET", "/a", 200, 1, Trace));
        Assert.False(lines.TryAdd(At, "GET", "/b", 200, 1, Trace));

        lines.Clear();

        Assert.True(lines.TryAdd(At, "GET", "/c", 200, 1, Trace));
        Assert.Contains(" GET /c 200 ", Assert.Single(Written(new ConsoleLine(), lines)), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_paths_fill_it_sooner()
    {
        var lines = new RequestLines();
        var added = 0;
        while (lines.TryAdd(At, "GET", "/" + new string('a', 60_000), 200, 1, Trace))
            added++;

        Assert.InRange(added, 1, 5);
        Assert.Equal(added, Written(new JsonLine(), lines).Length);
    }

    private static string[] Written(Serilog.Formatting.ITextFormatter formatter, RequestLines lines)
    {
        using var output = new StringWriter();
        formatter.Format(lines, output);
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
