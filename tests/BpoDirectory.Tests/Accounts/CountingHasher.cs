using BpoDirectory.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BpoDirectory.Tests.Accounts;

/// <summary>Hashes passwords, quickly, and counts how often it is asked to: that is what signing in takes its time for.</summary>
internal sealed class CountingHasher : IPasswordHasher<Account>
{
    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));

    public int Hashed { get; private set; }

    public int Compared { get; private set; }

    public void Forget() => (Hashed, Compared) = (0, 0);

    public string HashPassword(Account user, string password)
    {
        Hashed++;
        return _hasher.HashPassword(user, password);
    }

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Compared++;
        return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
