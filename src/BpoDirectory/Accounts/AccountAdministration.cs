using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>What administrators do with accounts. The last who can administer cannot be demoted or disabled here.</summary>
public sealed class AccountAdministration(
    IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate, AccountRights rights, AccountLinks links, Passwords passwords,
    AuditTrail audit, TimeProvider clock)
{
    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Accounts.AsNoTracking().OrderBy(a => a.DisplayNameKey).ThenBy(a => a.Id).ToListAsync(cancellation);
    }

    /// <summary>Who the account with this user name is.</summary>
    /// <exception cref="DirectoryRuleException">There is no such account.</exception>
    public async Task<Actor> FindAsync(string userName)
    {
        var name = Account.Normalize(userName);
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Accounts.Where(a => a.NormalizedUserName == name).Select(a => new Actor(a.Id, a.DisplayName, null, null))
            .SingleOrDefaultAsync()
            ?? throw new DirectoryRuleException($"Nobody has the user name “{userName}”.");
    }

    /// <summary>Creates an administrator for whoever runs the program.</summary>
    /// <exception cref="DirectoryRuleException">A name or the password cannot be used, or another account has a name.</exception>
    public async Task CreateAdministratorAsync(string userName, string displayName, string password)
    {
        PasswordRules.Check(password, userName, displayName);
        var account = new Account(userName, displayName, AccountRole.Administrator, clock.GetUtcNow().UtcDateTime)
        {
            PasswordHash = passwords.Hash(password),
        };
        await gate.WriteAsync(async db =>
        {
            await AccountNames.AddAsync(db, account);
            audit.Add(db, AuditKind.SetUp, account.UserName!, "administrator, by a command", null);
        });
    }

    /// <summary>
    /// Gives an account another role; it counts from the account's next request on. Links that a former administrator made
    /// open nothing any more.
    /// </summary>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    /// <exception cref="DirectoryRuleException">There is no such account, or it is the last administrator's.</exception>
    public Task GiveRoleAsync(Actor actor, int accountId, AccountRole role) => ChangeAsync(actor, accountId, async (db, account) =>
    {
        if (account.Role == role)
            return;
        if (account.Role == AccountRole.Administrator)
            await DemandAnotherAdministratorAsync(db, account);
        audit.Add(db, AuditKind.RoleChanged, account.UserName!, $"{account.Role} → {role}", actor);
        account.GiveRole(role);
        if (role != AccountRole.Administrator)
            await links.WithdrawMadeByAsync(db, account.Id, actor);
    });

    /// <summary>Disables an account, ends its sessions and revokes its access tokens; links that it created are no longer valid.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    /// <exception cref="DirectoryRuleException">There is no such account, or it is the last administrator's.</exception>
    public Task DisableAsync(Actor actor, int accountId) => ChangeAsync(actor, accountId, async (db, account) =>
    {
        if (account.IsDisabled)
            return;
        if (account.Role == AccountRole.Administrator)
            await DemandAnotherAdministratorAsync(db, account);
        account.Disable();
        await Sessions.EndOthersAsync(db, accountId);
        await ApiTokens.RevokeAllAsync(db, accountId, clock.GetUtcNow().UtcDateTime);
        audit.Add(db, AuditKind.AccountDisabled, account.UserName!, "", actor);
        await links.WithdrawMadeByAsync(db, accountId, actor);
    });

    /// <summary>Opens an account again.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    /// <exception cref="DirectoryRuleException">There is no such account.</exception>
    public Task EnableAsync(Actor actor, int accountId) => ChangeAsync(actor, accountId, (db, account) =>
    {
        if (account.IsDisabled)
        {
            account.Enable();
            audit.Add(db, AuditKind.AccountEnabled, account.UserName!, "", actor);
        }
        return Task.CompletedTask;
    });

    private Task ChangeAsync(Actor actor, int accountId, Func<DirectoryDbContext, Account, Task> change) => gate.WriteAsync(async db =>
    {
        await rights.DemandAsync(db, actor, AccountRole.Administrator);
        var account = await db.Accounts.FindAsync(accountId) ?? throw new DirectoryRuleException("There is no such account.");
        await change(db, account);
    });

    // Inside the write, so that two administrators cannot remove each other at once.
    private static async Task DemandAnotherAdministratorAsync(DirectoryDbContext db, Account account)
    {
        if (!await db.Accounts.AnyAsync(a => a.Id != account.Id && a.Role == AccountRole.Administrator && !a.IsDisabled))
            throw new DirectoryRuleException("This is the last administrator. Make somebody else one first.");
    }
}
