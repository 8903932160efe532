using System.Text.Json;
using BpoDirectory.Operations;
using Serilog.Events;

namespace BpoDirectory.Tests.Operations;

public sealed class RequestLineTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private static readonly DateTimeOffset Time = new(2026, 11, 21, 9, 5, 7, 250, TimeSpan.FromHours(2));

    [Theory]
    [InlineData(0.0321, "0.03")]
    [InlineData(12, "12")]
    [InlineData(1234.5, "1234.5")]
    public void Message_shows_method_path_status_time_and_trace(double milliseconds, string shown)
    {
        using var output = new StringWriter();
        new RequestLine(Time, "GET", "/departments/legal", 200, milliseconds, Trace).WriteMessage(output);

        Assert.Equal($"GET /departments/legal 200 in {shown} ms, trace {Trace}", output.ToString());
    }

    [Fact]
    public void Json_has_the_form_of_every_other_event()
    {
        using var output = new StringWriter();
        new RequestLine(Time, "GET", "/a", 503, 1.5, Trace).WriteJson(output);

        var line = JsonDocument.Parse(output.ToString()).RootElement;
        Assert.EndsWith("}" + Environment.NewLine, output.ToString(), StringComparison.Ordinal);
        Assert.Equal(Time, line.GetProperty("Timestamp").GetDateTimeOffset());
        Assert.Equal(
            ("Error", "{Method} {Path} {Status} in {Elapsed} ms, trace {Trace}", Trace),
            (Text(line, "Level"), Text(line, "MessageTemplate"), Text(line, "TraceId")));
        var properties = line.GetProperty("Properties");
        Assert.Equal(
            ("GET", "/a", 503, 1.5, Trace, typeof(RequestLog).FullName),
            (Text(properties, "Method"), Text(properties, "Path"), properties.GetProperty("Status").GetInt32(), properties.GetProperty("Elapsed").GetDouble(),
                Text(properties, "Trace"), Text(properties, "SourceContext")));
    }

    [Theory]
    [InlineData("/a\\\"\n")]
    [InlineData("/ünï")]
    public void Odd_characters_do_not_break_the_json(string path)
    {
        using var output = new StringWriter();
        new RequestLine(Time, "G\"T", path, 200, 1, Trace).WriteJson(output);

        var properties = JsonDocument.Parse(output.ToString()).RootElement.GetProperty("Properties");
        Assert.Equal(("G\"T", path), (Text(properties, "Method"), Text(properties, "Path")));
    }

    [Fact]
    public void Longest_path_is_written_whole()
    {
        var path = "/" + string.Concat(Enumerable.Range(0, 20_000).Select(i => (char)(' ' + (i % 90))));
        using var output = new StringWriter();
        new RequestLine(Time, "GET", path, 200, 1, Trace).WriteJson(output);

        Assert.Equal(path, Text(JsonDocument.Parse(output.ToString()).RootElement.GetProperty("Properties"), "Path"));
    }

    [Theory]
    [InlineData(200, LogEventLevel.Information)]
    [InlineData(499, LogEventLevel.Information)]
    [InlineData(500, LogEventLevel.Error)]
    public void Failures_of_the_program_are_errors(int status, LogEventLevel level) =>
        Assert.Equal(level, new RequestLine(Time, "GET", "/", status, 1, Trace).Level);

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
