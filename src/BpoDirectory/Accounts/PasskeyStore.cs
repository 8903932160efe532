using BpoDirectory.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BpoDirectory.Accounts;

/// <summary>Identity's own passkey protocol (https://www.w3.org/TR/webauthn-3/) over a context of this directory.</summary>
public sealed class PasskeyStore(IServiceProvider services, ILogger<UserManager<Account>> log)
{
    private static readonly IOptions<IdentityPasskeyOptions> Protocol = Options.Create(new IdentityPasskeyOptions
    {
        // The passkey itself says whose it is, and the device asks who holds it: name and password in one.
        ResidentKeyRequirement = "required",
        UserVerificationRequirement = "required",
        AuthenticatorTimeout = PendingPasskeys.Patience,
    });

    /// <summary>Accounts as Identity sees them, through <paramref name="db"/>.</summary>
    internal UserManager<Account> Accounts(DirectoryDbContext db) => new(
        new UserOnlyStore<Account, DirectoryDbContext, int>(db), Options.Create(new IdentityOptions()), new PasswordHasher<Account>(), [],
        [], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), services, log);

    internal static PasskeyHandler<Account> Handler(UserManager<Account> accounts) => new(accounts, Protocol);
}
