using System.Net;
using System.Net.Sockets;
using BpoDirectory.Data;

namespace BpoDirectory.Webhooks;

/// <summary>Where messages may go: to the internet, and not into the network that the program is in, unless that is allowed.</summary>
public static class WebhookAddress
{
    // What is not reachable from everywhere (https://www.iana.org/assignments/iana-ipv4-special-registry/).
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // Of IPv6 only this part is in use for everyone. Some of it is not, and some leads to addresses of IPv4 through a translator.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublicInGlobal =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(network => IPNetwork.Parse(network))];

    /// <summary>What is wrong with an address, in words for whoever typed it; null when nothing is.</summary>
    public static string? Check(string? address, WebhookSettings settings)
    {
        if (string.IsNullOrWhiteSpace(address))
            return "Enter the web address that is to be told.";
        if (address.Length > Webhook.AddressLength)
            return $"Shorten the address to {Webhook.AddressLength} characters.";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
            return "Enter a whole web address that begins with https://.";
        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
            return "Leave out the name, the password and the part after #.";
        if (settings.AllowsPrivateAddresses)
            return null;
        if (uri.Scheme != "https")
            return "Enter an address that begins with https://: messages name people who edit.";
        if (uri.IsLoopback || (IPAddress.TryParse(uri.DnsSafeHost, out var ip) && !IsPublic(ip)))
            return $"This address leads into the directory’s own network. Whoever runs the directory can allow that by the setting {WebhookSettings.PrivateKey}.";
        return null;
    }

    /// <summary>Whether everyone reaches the same machine by this address.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !NotPublic.Any(network => network.Contains(address))
            : Global.Contains(address) && !NotPublicInGlobal.Any(network => network.Contains(address));
    }
}
