using BpoDirectory.Operations;

namespace BpoDirectory.Api.Assistants;

/// <summary>Whether assistants may ask the directory, as it is configured.</summary>
/// <param name="IsOn">Whether they may.</param>
public sealed record AssistantSetting(bool IsOn)
{
    private const string Section = "Mcp";
    private const string Key = "Mcp:Server";
    private const string On = "on";
    private const string Off = "off";

    /// <summary>On unless it is switched off.</summary>
    /// <exception cref="SettingException">The setting is neither, or the section holds an unknown key.</exception>
    public static AssistantSetting Read(IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, Key);
        return new AssistantSetting(Setting.OneOf(configuration, Key, On, Off) == On);
    }
}
