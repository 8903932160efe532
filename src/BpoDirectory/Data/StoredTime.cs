namespace BpoDirectory.Data;

/// <summary>Times as every database keeps them.</summary>
public static class StoredTime
{
    /// <summary>
    /// The present in UTC, in whole microseconds: what is compared with a time that was kept must not be finer than that.
    /// </summary>
    public static DateTime GetStoredNow(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
