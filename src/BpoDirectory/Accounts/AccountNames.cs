using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>What people are called: the history must not show two of them as one.</summary>
internal static class AccountNames
{
    /// <summary>Lets an account have its display name unless another one has it.</summary>
    /// <exception cref="DirectoryRuleException">Another account has it.</exception>
    public static async Task DemandFreeAsync(DirectoryDbContext db, Account account)
    {
        if (await db.Accounts.AnyAsync(other => other.Id != account.Id && other.DisplayNameKey == account.DisplayNameKey))
            throw new DirectoryRuleException($"“{account.DisplayName}” is the name of another account: add what tells you apart.");
    }
}
