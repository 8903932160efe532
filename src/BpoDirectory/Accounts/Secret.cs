using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BpoDirectory.Accounts;

/// <summary>What links and sessions are opened with: too long to be guessed, and stored only as a hash.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new one of 256 bits, in letters, digits, hyphens and underscores.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it: SHA-256 in lower-case hexadecimal. It needs no salt, for no two are alike.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
