using BpoDirectory.Components.Admin.Editing;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class DraftTimerTests
{
    [Fact]
    public void What_is_typed_without_a_pause_is_kept_in_time_although_the_clock_is_set_back()
    {
        var clock = new RecordingClock();
        using var timer = new DraftTimer(clock, () => { });

        timer.NoteChange();
        clock.Now -= TimeSpan.FromDays(40);
        clock.Elapsed += TimeSpan.FromSeconds(2);
        timer.NoteChange();

        Assert.Equal(TimeSpan.Zero, clock.Due);
    }

    private sealed class RecordingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public TimeSpan Elapsed { get; set; }

        public TimeSpan Due { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Elapsed.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(this);

        private sealed class Timer(RecordingClock clock) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                clock.Due = dueTime;
                return true;
            }

            public void Dispose() { }

            public ValueTask DisposeAsync() => default;
        }
    }
}
