using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BpoDirectory.Webhooks;

/// <summary>Signs messages as Standard Webhooks says (www.standardwebhooks.com), for which many languages have libraries.</summary>
public static class WebhookSignature
{
    /// <summary>The header with the id of the message.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header with the time of the attempt, in seconds since 1970.</summary>
    public const string TimeHeader = "webhook-timestamp";

    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "webhook-signature";

    private const string Prefix = "whsec_";
    private const int SecretBytes = 32;

    /// <summary>A new secret.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>HMAC-SHA256 of id, time and body, by which a receiver knows that the message is from here and no old one.</summary>
    public static string Sign(string secret, string id, DateTimeOffset time, string body)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{id}.{time.ToUnixTimeSeconds()}.{body}");
        var key = Convert.FromBase64String(secret[Prefix.Length..]);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
    }
}
