using MailKit.Security;
using MimeKit;

namespace BpoDirectory.Operations.Mail;

/// <summary>How mail is sent, as it is configured.</summary>
public sealed record MailSettings
{
    private const string Section = "Mail";
    private const string HostKey = "Mail:Host";
    private const string PortKey = "Mail:Port";
    private const string UserKey = "Mail:User";
    private const string PasswordKey = "Mail:Password";
    private const string FromKey = "Mail:From";
    private const string SecurityKey = "Mail:Security";
    private const string PickupKey = "Mail:PickupFolder";
    private const int UsualPort = 587;

    /// <summary>Whether mail can be sent at all.</summary>
    public bool IsOn => Host is not null || PickupFolder is not null;

    /// <summary>The server; null where messages are put into a folder, or none is sent.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = UsualPort;

    /// <summary>Who signs in there; null where nobody needs to.</summary>
    public string? User { get; init; }

    public string Password { get; init; } = "";

    /// <summary>How the connection is kept from others.</summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.StartTls;

    /// <summary>A folder whose files another program sends; it goes before the server.</summary>
    public string? PickupFolder { get; init; }

    /// <summary>Whom messages are from.</summary>
    public MailboxAddress From { get; init; } = new("", "");

    /// <summary>Reads the settings; where neither a server nor a folder is named, nothing is sent.</summary>
    /// <exception cref="SettingException">One of them cannot be used.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, HostKey, PortKey, UserKey, PasswordKey, FromKey, SecurityKey, PickupKey);
        var settings = new MailSettings
        {
            Host = TextOf(configuration, HostKey), PickupFolder = TextOf(configuration, PickupKey), User = TextOf(configuration, UserKey),
            Password = configuration[PasswordKey] ?? "",
            Port = Setting.WholeNumber(configuration, PortKey, "a port", UsualPort, least: 1, most: 65535),
            Security = Setting.OneOf(configuration, SecurityKey, "starttls", "tls", "none") switch
            {
                "tls" => SecureSocketOptions.SslOnConnect,
                "none" => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            },
        };
        if (!settings.IsOn)
            return settings;
        var from = configuration[FromKey] ?? "";
        return MailboxAddress.TryParse(from, out var sender) && sender.Address.Contains('@', StringComparison.Ordinal)
            ? settings with { From = sender }
            : throw new SettingException(
                $"{FromKey} is “{from}”. Allowed: the address that mail is from, such as directory@example.com or Directory <directory@example.com>.");
    }

    private static string? TextOf(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } text ? text : null;
}
