using NodaTime;
using NodaTime.TimeZones;

namespace BpoDirectory.Data;

/// <summary>Days in a row and the hours at which something is open on each of them; see <see cref="OpeningInterval"/>.</summary>
public sealed record OpenDays(DayOfWeek FirstDay, DayOfWeek LastDay, TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>Whether the hours begin on this day.</summary>
    public bool BeginOn(DayOfWeek day) => (day - FirstDay + 7) % 7 <= (LastDay - FirstDay + 7) % 7;
}

/// <summary>Whether something is open, and until when that stays so.</summary>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="ChangesAt">When it closes, or opens; null when it never does.</param>
public sealed record OpeningState(bool IsOpen, Instant? ChangesAt);

/// <summary>When a department can be reached.</summary>
/// <param name="TimeZone">The IANA name of its time zone, of NodaTime's own database.</param>
/// <param name="IsAlways">Whether it is open at all hours; the days say nothing then.</param>
/// <param name="Days">Its hours, in order.</param>
/// <param name="Note">What the days do not say, such as holidays.</param>
public sealed record OpeningHours(string TimeZone, bool IsAlways, IReadOnlyList<OpenDays> Days, string? Note)
{
    private static readonly ZoneLocalMappingResolver Clocks =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    // Whatever is open today has changed within a week, or never does.
    private const int DaysAhead = 8;

    // Most is open or closed again by tomorrow, and looking far ahead is dear.
    private const int FewDaysAhead = 2;

    /// <summary>Whether it says when it is open, and not only a note.</summary>
    public bool IsTold => IsAlways || Days.Count > 0;

    /// <summary>The time zone; UTC where the database does not know it any more.</summary>
    public DateTimeZone Zone => FindZone(TimeZone) ?? DateTimeZone.Utc;

    /// <summary>What people call the time zone: “Manila” for Asia/Manila.</summary>
    public string Place => TimeZone[(TimeZone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>A time zone by its IANA name; null when there is none of that name.</summary>
    public static DateTimeZone? FindZone(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);

    /// <summary>
    /// What is wrong with the name of a time zone, in words for the editor; null when nothing is, or where none is named.
    /// </summary>
    public static string? CheckZone(string name) =>
        name.Length == 0 || FindZone(name) is not null ? null : $"“{name}” is no time zone; choose one, such as Asia/Manila.";

    /// <summary>
    /// Whether it is open at an instant. A time that clocks skip is the end of what they skip; of one that they repeat the first counts.
    /// </summary>
    public OpeningState StateAt(Instant instant)
    {
        if (IsAlways)
            return new OpeningState(true, null);
        return FindState(instant, FewDaysAhead) ?? FindState(instant, DaysAhead)
            ?? new OpeningState(IsOpenAt(instant), null);
    }

    // Null where it stays as it is for as long as is looked ahead.
    private OpeningState? FindState(Instant instant, int daysAhead)
    {
        var today = instant.InZone(Zone).Date;
        var open = OpenAround(today, daysAhead);
        if (open.FindIndex(interval => interval.Contains(instant)) is >= 0 and var present)
            return open[present].End < Begin(today.PlusDays(daysAhead)) ? new OpeningState(true, open[present].End) : null;
        return open.Exists(interval => interval.Start > instant)
            ? new OpeningState(false, open.First(interval => interval.Start > instant).Start)
            : null;
    }

    private bool IsOpenAt(Instant instant) => OpenAround(instant.InZone(Zone).Date, 1).Exists(interval => interval.Contains(instant));

    private List<Interval> OpenAround(LocalDate today, int daysAhead) =>
        Joined(Enumerable.Range(-1, daysAhead + 2).SelectMany(day => Intervals(today.PlusDays(day))).OrderBy(interval => interval.Start));

    private static List<Interval> Joined(IEnumerable<Interval> intervals)
    {
        var joined = new List<Interval>();
        foreach (var interval in intervals)
            if (joined.Count > 0 && interval.Start <= joined[^1].End)
                joined[^1] = new Interval(joined[^1].Start, Instant.Max(joined[^1].End, interval.End));
            else
                joined.Add(interval);
        return joined;
    }

    private IEnumerable<Interval> Intervals(LocalDate date)
    {
        var day = date.DayOfWeek == IsoDayOfWeek.Sunday ? DayOfWeek.Sunday : (DayOfWeek)date.DayOfWeek;
        foreach (var hours in Days.Where(hours => hours.BeginOn(day)))
        {
            var start = ToInstant(date, hours.Opens);
            var end = ToInstant(hours.Closes > hours.Opens ? date : date.PlusDays(1), hours.Closes);
            // Hours that a clock skips altogether are none.
            if (end > start)
                yield return new Interval(start, end);
        }
    }

    private Instant Begin(LocalDate date) => Zone.AtStartOfDay(date).ToInstant();

    private Instant ToInstant(LocalDate date, TimeOnly time) => Zone.ResolveLocal(date + LocalTime.FromTimeOnly(time), Clocks).ToInstant();
}
