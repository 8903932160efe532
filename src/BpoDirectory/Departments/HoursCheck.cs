using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Departments;

/// <summary>What the hours of a department must keep to.</summary>
internal static class HoursCheck
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    /// <summary>Notes what is missing, no time, or said twice.</summary>
    public static void Check(DepartmentContent content, ProblemList problems)
    {
        var zone = content.TimeZone.Trim();
        if (OpeningHours.CheckZone(zone) is { } problem)
            problems.Add("timeZone", problem);
        else if (zone.Length == 0 && (content.AlwaysOpen || content.Hours.Count > 0 || !string.IsNullOrWhiteSpace(content.HoursNote)))
            problems.Add("timeZone", "Choose the time zone of the hours, such as Asia/Manila.");
        var taken = new bool[Week];
        foreach (var (index, hours) in content.Hours.Index())
            if (Read(hours, index, problems) is { } days && !Take(taken, days))
                problems.Add($"hours[{index}].opens", "These hours overlap with others of the list: keep each hour once.");
    }

    private static OpenDays? Read(HoursContent hours, int index, ProblemList problems)
    {
        if (hours.FirstDay is null)
            problems.Add($"hours[{index}].firstDay", "Choose the first day.");
        if (hours.LastDay is null)
            problems.Add($"hours[{index}].lastDay", "Choose the last day; for a single one, the same.");
        var (opens, closes) = (OpeningInterval.ReadTime(hours.Opens), OpeningInterval.ReadTime(hours.Closes));
        if (opens is null)
            problems.Add($"hours[{index}].opens", Advice(hours.Opens));
        if (closes is null)
            problems.Add($"hours[{index}].closes", Advice(hours.Closes));
        return (hours.FirstDay, hours.LastDay, opens, closes) is ({ } first, { } last, { } from, { } to)
            ? new OpenDays(first, last, from, to)
            : null;
    }

    private static string Advice(string text) =>
        string.IsNullOrWhiteSpace(text)
            ? "Enter a time, such as 09:00."
            : $"“{text.Trim()}” is no time of the day: write it like 09:00 or 17:30.";

    private static bool Take(bool[] taken, OpenDays days)
    {
        var length = (Minute(days.Closes) - Minute(days.Opens) + Day - 1) % Day + 1;
        var minutes = Enum.GetValues<DayOfWeek>().Where(days.BeginOn)
            .SelectMany(day => Enumerable.Range((int)day * Day + Minute(days.Opens), length).Select(minute => minute % Week)).ToList();
        var isFree = minutes.TrueForAll(minute => !taken[minute]);
        minutes.ForEach(minute => taken[minute] = true);
        return isFree;
    }

    private static int Minute(TimeOnly time) => time.Hour * 60 + time.Minute;
}
