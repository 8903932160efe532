using System.Globalization;
using BpoDirectory.Operations;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace BpoDirectory.Tests.Operations;

public sealed class LogQueueTests
{
    [Fact]
    public void Lines_are_written_in_their_order_and_all_of_them_before_the_end()
    {
        var place = new Place();
        var flushed = 0;
        using (var queue = new LogQueue(place, () => flushed = place.Lines.Count))
            for (var i = 0; i < 120_000; i++)
                queue.Emit(Line(i.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(Enumerable.Range(0, 120_000).Select(i => i.ToString(CultureInfo.InvariantCulture)), place.Lines);
        Assert.Equal(120_000, flushed);
        Assert.True(place.IsClosed);
    }

    [Fact]
    public void Line_that_cannot_be_written_does_not_end_the_others()
    {
        var place = new Place();
        using (var queue = new LogQueue(place, () => { }))
        {
            queue.Emit(Line("one"));
            queue.Emit(Line(Place.Unwritable));
            queue.Emit(Line("two"));
        }

        Assert.Equal(["one", "two"], place.Lines);
    }

    [Fact]
    public void Line_that_comes_after_the_end_is_left_out()
    {
        var place = new Place();
        var queue = new LogQueue(place, () => { });
        queue.Dispose();

        queue.Emit(Line("late"));

        Assert.Empty(place.Lines);
    }

    [Fact]
    public void Requests_stand_between_the_events_before_and_after_them()
    {
        var place = new Place();
        using (var queue = new LogQueue(place, () => { }))
            for (var i = 0; i < 30_000; i++)
                if (i % 7 == 0)
                    queue.Emit(Line(i.ToString(CultureInfo.InvariantCulture)));
                else
                    queue.Emit("GET", $"/{i}", 200, 1, "");

        Assert.Equal(Enumerable.Range(0, 30_000).Select(i => i % 7 == 0 ? i.ToString(CultureInfo.InvariantCulture) : $"GET /{i} 200 in 1 ms, trace "), place.Lines);
    }

    [Fact]
    public void Requests_that_end_at_once_have_a_line_each()
    {
        var place = new Place();
        using (var queue = new LogQueue(place, () => { }))
            Parallel.For(0, 50_000, i => queue.Emit("GET", $"/{i}", 200, 1, ""));

        Assert.Equal(
            Enumerable.Range(0, 50_000).Select(i => $"GET /{i} 200 in 1 ms, trace ").Order(StringComparer.Ordinal),
            place.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Request_that_ends_after_the_end_is_left_out()
    {
        var place = new Place();
        var queue = new LogQueue(place, () => { });
        queue.Dispose();

        queue.Emit("GET", "/late", 200, 1, "");

        Assert.Empty(place.Lines);
    }

    private static LogEvent Line(string text) =>
        new(DateTimeOffset.UnixEpoch, LogEventLevel.Information, null, new MessageTemplateParser().Parse(text), []);

    private sealed class Place : ILogEventSink, IDisposable
    {
        public const string Unwritable = "unwritable";

        public List<string> Lines { get; } = [];

        public bool IsClosed { get; private set; }

        public void Emit(LogEvent logEvent)
        {
            if (logEvent is RequestLines requests)
            {
                using var text = new StringWriter();
                requests.ForEach(text, (line, output) =>
                {
                    line.WriteMessage(output);
                    output.WriteLine();
                });
                Lines.AddRange(text.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
                return;
            }
            if (logEvent.MessageTemplate.Text == Unwritable)
                throw new IOException("The disk is full.");
            Lines.Add(logEvent.MessageTemplate.Text);
        }

        public void Dispose() => IsClosed = true;
    }
}
