using BpoDirectory.Operations;

namespace BpoDirectory.Accounts;

/// <summary>How long somebody stays signed in.</summary>
/// <param name="Idle">Without doing anything.</param>
/// <param name="Usual">In all, who did not ask to stay.</param>
/// <param name="Extended">In all, who asked to stay.</param>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Usual, TimeSpan Extended)
{
    /// <summary>The limits when nothing is configured.</summary>
    public static SessionLimits Default { get; } =
        new(TimeSpan.FromHours(UsualIdleHours), TimeSpan.FromHours(UsualHours), TimeSpan.FromDays(UsualDays));

    private const string Section = "Sessions";
    private const string IdleKey = "Sessions:IdleMinutes";
    private const string UsualKey = "Sessions:Hours";
    private const string ExtendedKey = "Sessions:DaysWhenStaying";
    private const int UsualIdleHours = 72;
    private const int UsualHours = 12;
    private const int UsualDays = 14;
    private const int MinutesOfAYear = 366 * 24 * 60;

    /// <summary>Reads the limits.</summary>
    /// <exception cref="SettingException">A limit is no number or out of bounds, or the section holds an unknown key.</exception>
    public static SessionLimits Read(IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, IdleKey, UsualKey, ExtendedKey);
        return new SessionLimits(
            TimeSpan.FromMinutes(Setting.WholeNumber(configuration, IdleKey, "minutes", UsualIdleHours * 60, least: 1, MinutesOfAYear)),
            TimeSpan.FromHours(Setting.WholeNumber(configuration, UsualKey, "hours", UsualHours, least: 1, MinutesOfAYear / 60)),
            TimeSpan.FromDays(Setting.WholeNumber(configuration, ExtendedKey, "days", UsualDays, least: 1, MinutesOfAYear / 60 / 24)));
    }
}
