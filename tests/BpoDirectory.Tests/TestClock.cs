namespace BpoDirectory.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private long _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _elapsed;

    public void Advance(TimeSpan time) => (_now, _elapsed) = (_now + time, _elapsed + time.Ticks);

    /// <summary>Shows an earlier time, as when somebody sets the machine's clock; none of it passes.</summary>
    public void SetBack(TimeSpan time) => _now -= time;
}
