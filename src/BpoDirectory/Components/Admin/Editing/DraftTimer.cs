namespace BpoDirectory.Components.Admin.Editing;

/// <summary>Says when to keep what is typed: soon after a pause, and often enough while there is none.</summary>
internal sealed class DraftTimer : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.8);

    // With the time that writing takes, everything is kept within two seconds.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Later = TimeSpan.FromSeconds(3);

    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private long? _since;

    /// <param name="clock">Where the time comes from.</param>
    /// <param name="keep">What keeps; called on any thread.</param>
    public DraftTimer(TimeProvider clock, Action keep)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => { _since = null; keep(); }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>To be called with every change.</summary>
    public void NoteChange()
    {
        _since ??= _clock.GetTimestamp();
        var left = Longest - _clock.GetElapsedTime(_since.Value);
        _timer.Change(left < Pause ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>To be called when nothing could be kept.</summary>
    public void TryAgain() => _timer.Change(Later, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();
}
