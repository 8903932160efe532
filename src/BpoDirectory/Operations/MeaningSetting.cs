namespace BpoDirectory.Operations;

/// <summary>Whether questions are understood by their meaning, as it is configured.</summary>
public static class MeaningSetting
{
    private const string Key = "Search:Meaning";
    private const string On = "on";
    private const string Off = "off";

    /// <summary>True unless it is switched off.</summary>
    /// <exception cref="SettingException">The setting is neither.</exception>
    public static bool Read(IConfiguration configuration) => Setting.OneOf(configuration, Key, On, Off) == On;
}
