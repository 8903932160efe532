namespace BpoDirectory.Operations;

/// <summary>Whether questions are understood by their meaning, as it is configured.</summary>
public static class MeaningSetting
{
    private const string Key = "Search:Meaning";
    private const string On = "on";
    private const string Off = "off";

    /// <summary>True unless it is switched off.</summary>
    /// <exception cref="SettingException">The setting is neither.</exception>
    public static bool Read(IConfiguration configuration) => (configuration[Key] is { Length: > 0 } text ? text.ToLowerInvariant() : On) switch
    {
        On => true,
        Off => false,
        var other => throw new SettingException($"{Key} is “{other}”. Allowed: {On}, {Off}."),
    };
}
