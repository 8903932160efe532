using BpoDirectory.Operations;
using Serilog.Events;
using Serilog.Parsing;

namespace BpoDirectory.Tests.Operations;

public sealed class ConsoleLineTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 9, 5, 7, TimeSpan.Zero);

    [Fact]
    public void Line_has_time_level_and_message_with_texts_unquoted() =>
        Assert.Equal(
            $"09:05:07 INF GET /departments 200 in 1.5 ms, nothing, {{Missing}}{Environment.NewLine}",
            Line(LogEventLevel.Information, null, "{Method} {Path} {Status} in {Elapsed:0.0} ms, {Other}, {Missing}",
                ("Method", "GET"), ("Path", "/departments"), ("Status", 200), ("Elapsed", 1.46), ("Other", "nothing")));

    [Fact]
    public void Exception_stands_below_the_message()
    {
        var lines = Line(LogEventLevel.Error, new InvalidOperationException("It broke."), "Failed").Split(Environment.NewLine);

        Assert.Equal("09:05:07 ERR Failed", lines[0]);
        Assert.Contains("It broke.", lines[1], StringComparison.Ordinal);
    }

    private static string Line(LogEventLevel level, Exception? exception, string template, params (string Name, object Value)[] properties)
    {
        using var output = new StringWriter();
        new ConsoleLine().Format(
            new LogEvent(Time, level, exception, new MessageTemplateParser().Parse(template), properties.Select(p => new LogEventProperty(p.Name, new ScalarValue(p.Value)))),
            output);
        return output.ToString();
    }
}
