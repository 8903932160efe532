using System.Collections.Concurrent;

namespace BpoDirectory.Accounts;

/// <summary>How often somebody may try to sign in under one name, from wherever.</summary>
public sealed class AttemptLimits(TimeProvider clock)
{
    /// <summary>Most attempts under one user name within <see cref="Window"/>.</summary>
    public const int PerName = 15;

    /// <summary>After this time a name has all its attempts again.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int EntriesBeforeTidying = 10_000;

    private readonly ConcurrentDictionary<string, Attempts> _attempts = new();

    /// <summary>Counts an attempt that is to be made.</summary>
    /// <returns>Whether it may be made; one that may not does not count.</returns>
    public bool TryCount(string userName)
    {
        var now = clock.GetTimestamp();
        if (_attempts.Count > EntriesBeforeTidying)
            foreach (var (name, attempts) in _attempts)
                if (IsOver(attempts, now))
                    _attempts.TryRemove(name, out _);
        var counted = _attempts.AddOrUpdate(
            userName,
            _ => new Attempts(now, 1),
            (_, attempts) =>
                IsOver(attempts, now) ? new Attempts(now, 1) : attempts with { Count = Math.Min(attempts.Count, PerName) + 1 });
        return counted.Count <= PerName;
    }

    private bool IsOver(Attempts attempts, long now) => clock.GetElapsedTime(attempts.Since, now) >= Window;

    private sealed record Attempts(long Since, int Count);
}
