using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts.Provider;

/// <summary>
/// Who may sign in with what the directory itself keeps, a password or a passkey. Whoever came by the provider comes by it only: an account
/// that is closed there must not stay open here.
/// </summary>
public sealed class LocalSignIn(ProviderSettings provider)
{
    /// <summary>Whether an account with this role may have a password at all.</summary>
    public bool IsOpenTo(AccountRole role) => !provider.IsOn || !provider.IsLocalForAdministrators || role == AccountRole.Administrator;

    /// <summary>Whether this account may be opened with a password or a passkey.</summary>
    public async Task<bool> IsOpenToAsync(DirectoryDbContext db, Account account) => await WhyNotAsync(db, account) is null;

    /// <summary>Refuses a role that passwords are not for.</summary>
    /// <exception cref="DirectoryRuleException">Passwords are for administrators.</exception>
    public void Demand(AccountRole role)
    {
        if (!IsOpenTo(role))
            throw new DirectoryRuleException(ForAdministrators);
    }

    /// <summary>Refuses an account that passwords and passkeys are not for.</summary>
    /// <exception cref="DirectoryRuleException">It is the provider's, or passwords are for administrators.</exception>
    public async Task DemandAsync(DirectoryDbContext db, Account account)
    {
        if (await WhyNotAsync(db, account) is { } reason)
            throw new DirectoryRuleException(reason);
    }

    private string ForAdministrators =>
        $"Passwords and passkeys are for administrators only. Everybody else signs in with {provider.Name}.";

    private async Task<string?> WhyNotAsync(DirectoryDbContext db, Account account)
    {
        if (!IsOpenTo(account.Role))
            return ForAdministrators;
        return provider.IsOn && await db.ProviderIdentities.AnyAsync(identity => identity.AccountId == account.Id)
            ? $"This account signs in with {provider.Name}, not with a password or a passkey."
            : null;
    }
}
