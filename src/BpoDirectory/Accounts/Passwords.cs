using System.Text;
using BpoDirectory.Data;
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

    /// <summary>What is stored of a password, however its letters are composed; takes about a tenth of a second.</summary>
    public string Hash(string password) => _hasher.HashPassword(null!, Normalize(password));

    /// <summary>The password in one form for all keyboards: they may send é as one character or as two (NIST SP 800-63B, 5.1.1.2).</summary>
    // What is no text at all is hashed as the bytes that stand for it, and cannot be normalised otherwise.
    public static string Normalize(string password) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(password)).Normalize(NormalizationForm.FormKC);

    /// <summary>Whether the password is the one that was hashed. Takes as long when nothing was.</summary>
    public bool IsRight(string? hash, string password)
    {
        var given = password.Length <= PasswordRules.Longest ? password : "";
        var normalized = Normalize(given);
        // Those chosen before passwords were normalised are hashed as they were typed.
        var isRight = IsHashOf(normalized) || (normalized != given && IsHashOf(given));
        return hash is not null && isRight;

        bool IsHashOf(string text) => _hasher.VerifyHashedPassword(null!, hash ?? _nobodys, text) != PasswordVerificationResult.Failed;
    }
}
