using System.Globalization;

namespace BpoDirectory.Components.Shared;

/// <summary>How long ago something was, in words.</summary>
public static class Ago
{
    /// <summary>“just now”, “12 minutes ago”, “3 hours ago”, “2 days ago”.</summary>
    public static string Of(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => Count((int)age.TotalMinutes, "minute"),
        { TotalDays: < 1 } => Count((int)age.TotalHours, "hour"),
        _ => Count((int)age.TotalDays, "day"),
    };

    private static string Count(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")} ago");
}
