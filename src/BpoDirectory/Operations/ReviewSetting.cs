using System.Globalization;

namespace BpoDirectory.Operations;

/// <summary>How often departments are to be reviewed, as it is configured.</summary>
public static class ReviewSetting
{
    private const string Key = "Review:IntervalDays";
    private const int UsualDays = 180;
    private const int MostDays = 3650;

    /// <summary>The time between two reviews.</summary>
    /// <exception cref="SettingException">The setting is no number of days, or too large.</exception>
    public static TimeSpan Read(IConfiguration configuration)
    {
        if (configuration[Key] is not { Length: > 0 } text)
            return TimeSpan.FromDays(UsualDays);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays
            ? TimeSpan.FromDays(days)
            : throw new SettingException($"{Key} is “{text}”. Allowed: a whole number of days from 1 to {MostDays}.");
    }
}
