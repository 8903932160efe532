using BpoDirectory.Operations;

namespace BpoDirectory.Webhooks;

/// <summary>What webhooks may reach, as it is configured.</summary>
/// <param name="AllowsPrivateAddresses">Whether they may lead into the network that the program is in, and go without encryption.</param>
public sealed record WebhookSettings(bool AllowsPrivateAddresses)
{
    /// <summary>The key of the setting.</summary>
    public const string PrivateKey = "Webhooks:AllowPrivateAddresses";

    private const string Section = "Webhooks";

    /// <summary>Reads the setting.</summary>
    /// <exception cref="SettingException">It is neither <c>true</c> nor <c>false</c>, or the section holds an unknown key.</exception>
    public static WebhookSettings Read(IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, PrivateKey);
        return new WebhookSettings(Setting.OneOf(configuration, PrivateKey, "false", "true") == "true");
    }
}
