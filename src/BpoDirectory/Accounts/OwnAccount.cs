using BpoDirectory.Accounts.Provider;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>What everybody with an account may do to their own.</summary>
public sealed class OwnAccount(
    IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate, AccountRights rights, Passwords passwords, AttemptLimits limits,
    LocalSignIn local, AuditTrail audit)
{
    /// <summary>The account of whoever is signed in.</summary>
    /// <exception cref="NotAllowedException">There is none.</exception>
    public async Task<Account> FindAsync(Actor actor, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == actor.AccountId, cancellation)
            ?? throw new NotAllowedException();
    }

    /// <summary>Whether the account is one for a password and passkeys.</summary>
    public async Task<bool> IsLocalAsync(Account account, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await local.IsOpenToAsync(db, account);
    }

    /// <summary>Changes the password; every other session of the account ends.</summary>
    /// <exception cref="DirectoryRuleException">The present password is wrong, or the new one cannot be used.</exception>
    /// <exception cref="TooManyAttemptsException">The present password was asked for too often.</exception>
    /// <exception cref="NotAllowedException">The actor is signed in no longer.</exception>
    public async Task ChangePasswordAsync(Actor actor, string present, string password)
    {
        var account = await FindAsync(actor);
        if (!limits.TryCount(account.NormalizedUserName!))
            throw new TooManyAttemptsException();
        if (!passwords.IsRight(account.PasswordHash, present))
        {
            await gate.WriteAsync(db =>
            {
                audit.Add(db, AuditKind.SignInFailed, account.UserName!, "present password, to change it", actor);
                return Task.CompletedTask;
            });
            throw new DirectoryRuleException("The present password is another one.");
        }
        PasswordRules.Check(password, account.UserName!, account.DisplayName);
        var hash = passwords.Hash(password);
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Reader);
            (await db.Accounts.SingleAsync(a => a.Id == actor.AccountId)).PasswordHash = hash;
            await Sessions.EndOthersAsync(db, actor.AccountId, actor.Session);
            audit.Add(db, AuditKind.PasswordChanged, account.UserName!, "", actor);
        });
    }

    /// <summary>Changes the name that others see beside what the account does from now on.</summary>
    /// <exception cref="DirectoryRuleException">The name is empty or too long, or another account's.</exception>
    /// <exception cref="NotAllowedException">The actor is signed in no longer.</exception>
    public Task RenameAsync(Actor actor, string name) => gate.WriteAsync(async db =>
    {
        await rights.DemandAsync(db, actor, AccountRole.Reader);
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.AccountId);
        var before = account.DisplayName;
        account.Rename(name);
        await AccountNames.DemandFreeAsync(db, account);
        if (account.DisplayName != before)
            audit.Add(db, AuditKind.NameChanged, account.UserName!, $"{before} → {account.DisplayName}", actor);
    });

    /// <summary>How many other browsers are signed in with the account.</summary>
    public async Task<int> CountOtherSessionsAsync(Actor actor, DateTime now, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.AccountSessions.CountAsync(
            s => s.AccountId == actor.AccountId && s.SecretHash != actor.Session && s.ExpiresAt > now, cancellation);
    }

    /// <summary>Signs all other browsers out.</summary>
    /// <exception cref="NotAllowedException">The actor is signed in no longer.</exception>
    public Task EndOtherSessionsAsync(Actor actor) => gate.WriteAsync(async db =>
    {
        await rights.DemandAsync(db, actor, AccountRole.Reader);
        await Sessions.EndOthersAsync(db, actor.AccountId, actor.Session);
        audit.Add(db, AuditKind.SignOut, actor.Name, "every other browser", actor);
    });
}
