using System.Globalization;

namespace BpoDirectory.Data;

/// <summary>Hours of some days in a row at which a department can be reached, in its own time zone.</summary>
public sealed class OpeningInterval : IRankedRow
{
    /// <summary>New hours at a rank from 1.</summary>
    public OpeningInterval(DayOfWeek firstDay, DayOfWeek lastDay, TimeOnly opens, TimeOnly closes, int rank)
    {
        Change(firstDay, lastDay, opens, closes);
        MoveTo(rank);
    }

    public int Id { get; private set; }

    public int DepartmentId { get; private set; }

    /// <summary>The rank among the department's hours, from 1.</summary>
    public int Rank { get; private set; }

    public DayOfWeek FirstDay { get; private set; }

    /// <summary>The last of the days; the first again where it is one only. Days before the first are those of the next week.</summary>
    public DayOfWeek LastDay { get; private set; }

    public TimeOnly Opens { get; private set; }

    /// <summary>When it closes; on the following day where that is not after <see cref="Opens"/>.</summary>
    public TimeOnly Closes { get; private set; }

    /// <summary>Replaces days and times.</summary>
    public void Change(DayOfWeek firstDay, DayOfWeek lastDay, TimeOnly opens, TimeOnly closes) =>
        (FirstDay, LastDay, Opens, Closes) = (firstDay, lastDay, opens, closes);

    /// <summary>Gives the hours another rank; who orders a list ranks all of it.</summary>
    public void MoveTo(int rank) => Rank = rank;

    /// <summary>A time of the day as people write it, such as 9:00 or 24:00, which is the end of a day; null when it is none.</summary>
    public static TimeOnly? ReadTime(string text) =>
        text.Trim() == "24:00" ? TimeOnly.MinValue
        : TimeOnly.TryParseExact(text.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        ? time
        : null;

    /// <summary>A time of the day as it is shown: 09:00.</summary>
    public static string ToText(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
