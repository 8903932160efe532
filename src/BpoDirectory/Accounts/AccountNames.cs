using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>What people are called: the history must not show two of them as one.</summary>
internal static class AccountNames
{
    /// <summary>Adds an account whose names nobody has.</summary>
    /// <exception cref="DirectoryRuleException">Another account has one of them.</exception>
    public static async Task AddAsync(DirectoryDbContext db, Account account)
    {
        if (await db.Accounts.AnyAsync(other => other.NormalizedUserName == account.NormalizedUserName))
            throw new DirectoryRuleException("Somebody has this user name already. Choose another one.");
        await DemandFreeAsync(db, account);
        db.Accounts.Add(account);
    }

    /// <summary>Lets an account have its display name unless another one has it.</summary>
    /// <exception cref="DirectoryRuleException">Another account has it.</exception>
    public static async Task DemandFreeAsync(DirectoryDbContext db, Account account)
    {
        if (await db.Accounts.AnyAsync(other => other.Id != account.Id && other.DisplayNameKey == account.DisplayNameKey))
            throw new DirectoryRuleException($"“{account.DisplayName}” is the name of another account: add what tells you apart.");
    }
}
