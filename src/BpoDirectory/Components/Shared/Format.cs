using System.Globalization;

namespace BpoDirectory.Components.Shared;

/// <summary>Numbers, dates and times as pages write them.</summary>
public static class Format
{
    /// <summary>“1 department”, “1,250 departments”.</summary>
    public static string Count(int count, string one) => Count(count, one, one + "s");

    /// <summary>The same for a word with a plural of its own.</summary>
    public static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>With commas between thousands.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>“21 November 2026”.</summary>
    public static string Date(DateTime date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>“21 Nov 2026”.</summary>
    public static string ShortDate(DateTime date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>How long ago where that is less than a day; else the day.</summary>
    public static string Moment(DateTime time, DateTime now) =>
        time <= now && now - time < TimeSpan.FromDays(1) ? Age(now - time) : ShortDate(time);

    /// <summary>“21 November 2026, 14:05 UTC”.</summary>
    public static string Time(DateTime time) => time.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>How long ago: “just now”, “12 minutes ago”, “3 hours ago”, “2 days ago”.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => Count((int)age.TotalMinutes, "minute") + " ago",
        { TotalDays: < 1 } => Count((int)age.TotalHours, "hour") + " ago",
        _ => Count((int)age.TotalDays, "day") + " ago",
    };
}
