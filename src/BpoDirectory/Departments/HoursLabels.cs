using System.Globalization;
using BpoDirectory.Data;
using NodaTime;

namespace BpoDirectory.Departments;

/// <summary>What opening hours are called before a person.</summary>
public static class HoursLabels
{
    /// <summary>“Monday to Friday”, “Saturday”.</summary>
    public static string ToDayLabel(this OpenDays days) =>
        days.FirstDay == days.LastDay ? $"{days.FirstDay}" : $"{days.FirstDay} to {days.LastDay}";

    /// <summary>“09:00 to 18:00”, “22:00 to 06:00 on the next day”, “all day”.</summary>
    public static string ToTimeLabel(this OpenDays days)
    {
        var (opens, closes) = (OpeningInterval.ToText(days.Opens), OpeningInterval.ToText(days.Closes));
        return days.Opens == days.Closes ? days.Opens == TimeOnly.MinValue ? "all day" : $"{opens} for 24 hours"
            : days.Closes == TimeOnly.MinValue ? $"{opens} to 24:00"
            : days.Closes < days.Opens ? $"{opens} to {closes} on the next day"
            : $"{opens} to {closes}";
    }

    /// <summary>
    /// A time in the department's zone as it is said at an instant: “18:00”, “midnight”, “tomorrow 09:00”, “Monday 09:00”, “Monday 7
    /// December 09:00”.
    /// </summary>
    public static string ToTimeLabel(this OpeningHours hours, Instant time, Instant now)
    {
        var (there, today) = (time.InZone(hours.Zone).LocalDateTime, now.InZone(hours.Zone).Date);
        var clock = there.ToString("HH':'mm", CultureInfo.InvariantCulture);
        return Period.DaysBetween(today, there.Date) switch
        {
            0 => clock,
            1 when there.TimeOfDay == LocalTime.Midnight => "midnight",
            1 => $"tomorrow {clock}",
            < 7 => $"{there.DayOfWeek} {clock}",
            _ => there.ToString("dddd d MMMM HH':'mm", CultureInfo.InvariantCulture),
        };
    }
}
