using BpoDirectory.Data;
using BpoDirectory.Operations.Caching;
using NodaTime;

namespace BpoDirectory.Api;

/// <summary>Whether something is open at the time of the answer.</summary>
/// <param name="IsOpen">Whether it is.</param>
/// <param name="Until">When that changes, in UTC; null when it never does.</param>
public sealed record OpenAnswer(bool IsOpen, DateTime? Until);

/// <summary>Says what is open now, and sees to it that the answer is kept no longer than that is so.</summary>
public sealed class OpenNow(TimeProvider clock, AnswerLifetime lifetime)
{
    /// <summary>Null where nothing says when it is open.</summary>
    internal OpenAnswer? StateOf(OpeningHours? hours)
    {
        if (hours is not { IsTold: true })
            return null;
        var state = hours.StateAt(Instant.FromDateTimeOffset(clock.GetUtcNow()));
        if (state.ChangesAt is { } change)
            lifetime.EndAt(change.ToDateTimeOffset());
        return new OpenAnswer(state.IsOpen, state.ChangesAt?.ToDateTimeUtc());
    }
}
