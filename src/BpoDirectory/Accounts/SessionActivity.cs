using System.Collections.Concurrent;

namespace BpoDirectory.Accounts;

/// <summary>When sessions were last used. It is kept in memory: after a start, idle time is counted from there.</summary>
public sealed class SessionActivity(SessionLimits limits, TimeProvider clock)
{
    private const int EntriesBeforeTidying = 10_000;

    private readonly ConcurrentDictionary<string, long> _lastUsed = new();
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Notes that a session is opened.</summary>
    public void Begin(string secretHash)
    {
        // What goes is idle, and stays so: the start was earlier.
        if (_lastUsed.Count > EntriesBeforeTidying)
            foreach (var hash in _lastUsed.Keys.Where(IsIdle))
                _lastUsed.TryRemove(hash, out _);
        _lastUsed[secretHash] = clock.GetTimestamp();
    }

    /// <summary>Notes that a session is used; one that was idle for too long stays so.</summary>
    /// <returns>Whether it could be used.</returns>
    public bool TryUse(string secretHash)
    {
        if (IsIdle(secretHash))
            return false;
        _lastUsed[secretHash] = clock.GetTimestamp();
        return true;
    }

    /// <summary>Whether a session has not been used for too long.</summary>
    public bool IsIdle(string secretHash) => clock.GetElapsedTime(_lastUsed.GetValueOrDefault(secretHash, _start)) >= limits.Idle;
}
