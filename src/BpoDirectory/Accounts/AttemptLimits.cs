using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace BpoDirectory.Accounts;

/// <summary>How often somebody may try to sign in: from one address, and under one name.</summary>
public sealed class AttemptLimits(TimeProvider clock)
{
    /// <summary>Most attempts from one address (of IPv6: one network of 64 bits) within <see cref="Window"/>.</summary>
    public const int PerAddress = 30;

    /// <summary>Most attempts under one user name within <see cref="Window"/>, from wherever.</summary>
    public const int PerName = 15;

    /// <summary>After this time an address or name starts anew.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int EntriesBeforeTidying = 10_000;

    private readonly ConcurrentDictionary<string, Attempts> _attempts = new();

    /// <summary>Counts an attempt that is to be made.</summary>
    /// <returns>Whether it may be made; one that may not does not count.</returns>
    public bool TryCount(IPAddress? address, string? userName)
    {
        var now = clock.GetTimestamp();
        if (_attempts.Count > EntriesBeforeTidying)
            foreach (var (key, attempts) in _attempts)
                if (IsOver(attempts, now))
                    _attempts.TryRemove(key, out _);
        return TryCount("address " + NetworkOf(address), PerAddress, now) && (userName is null || TryCount("name " + userName, PerName, now));
    }

    private bool TryCount(string key, int most, long now)
    {
        var counted = _attempts.AddOrUpdate(
            key,
            _ => new Attempts(now, 1),
            (_, attempts) => IsOver(attempts, now) ? new Attempts(now, 1) : attempts with { Count = Math.Min(attempts.Count, most) + 1 });
        return counted.Count <= most;
    }

    private bool IsOver(Attempts attempts, long now) => clock.GetElapsedTime(attempts.Since, now) >= Window;

    // Whoever has one address of IPv6 has all of its network.
    private static string NetworkOf(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }

    private sealed record Attempts(long Since, int Count);
}
