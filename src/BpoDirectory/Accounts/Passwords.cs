using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BpoDirectory.Accounts;

/// <summary>Hashes passwords and compares them.</summary>
public sealed class Passwords
{
    // Of PBKDF2 with HMAC-SHA-512 (OWASP, Password Storage Cheat Sheet).
    private const int Iterations = 210_000;

    private readonly IPasswordHasher<Account> _hasher;

    // Compared with where there is nothing to compare with, so that this takes as long: from the first time on.
    private readonly string _nobodys;

    public Passwords() : this(new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }))) { }

    internal Passwords(IPasswordHasher<Account> hasher)
    {
        _hasher = hasher;
        _nobodys = Hash(Secret.New());
    }

    /// <summary>
    /// What is stored of a password; takes about a tenth of a second. However a keyboard encodes its letters, it is the same password
    /// (NIST SP 800-63B, 3.1.1.2).
    /// </summary>
    public string Hash(string password) => _hasher.HashPassword(null!, TextNormalizer.Decompose(password));

    /// <summary>Whether the password is the one that was hashed. Takes as long when nothing was.</summary>
    public bool IsRight(string? hash, string password)
    {
        var given = password.Length <= PasswordRules.LongestTyped ? password : "";
        var decomposed = TextNormalizer.Decompose(given);
        // Hashed before passwords were taken apart, it is as it was typed.
        return Matches(hash, decomposed) || (decomposed != given && Matches(hash, given));
    }

    private bool Matches(string? hash, string password) =>
        _hasher.VerifyHashedPassword(null!, hash ?? _nobodys, password) != PasswordVerificationResult.Failed && hash is not null;
}
