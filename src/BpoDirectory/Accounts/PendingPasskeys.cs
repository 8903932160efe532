using System.Collections.Concurrent;

namespace BpoDirectory.Accounts;

/// <summary>What browsers were asked to sign with a passkey and have not answered yet. Each question is answered once, or never.</summary>
public sealed class PendingPasskeys(TimeProvider clock)
{
    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (long Since, string State)> _pending = new();

    /// <summary>Keeps what is needed to judge the answer.</summary>
    /// <returns>A name for it, to come back with the answer.</returns>
    public string Keep(string? state)
    {
        foreach (var (key, question) in _pending)
            if (IsOver(question.Since) || _pending.Count >= Most)
                _pending.TryRemove(key, out _);
        var name = Secret.New();
        _pending[name] = (clock.GetTimestamp(), state ?? "");
        return name;
    }

    /// <summary>What was kept under this name; null when there is nothing, or no longer.</summary>
    public string? Take(string? name) =>
        name is not null && _pending.TryRemove(name, out var question) && !IsOver(question.Since) ? question.State : null;

    private bool IsOver(long since) => clock.GetElapsedTime(since) >= Patience;
}
