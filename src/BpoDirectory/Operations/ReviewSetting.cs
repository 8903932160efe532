namespace BpoDirectory.Operations;

/// <summary>How often departments are to be reviewed, as it is configured.</summary>
public static class ReviewSetting
{
    private const string Key = "Review:IntervalDays";
    private const int UsualDays = 180;
    private const int MostDays = 3650;

    /// <summary>The time between two reviews.</summary>
    /// <exception cref="SettingException">The setting is no number of days, or too large.</exception>
    public static TimeSpan Read(IConfiguration configuration) =>
        TimeSpan.FromDays(Setting.WholeNumber(configuration, Key, "days", UsualDays, least: 1, MostDays));
}
