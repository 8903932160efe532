using System.Net;
using BpoDirectory.Accounts.Provider;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>
/// Signs in with a user name and a password. An unknown name, a wrong password, a locked and a disabled account get the
/// same answer after the same work: nobody learns which names exist.
/// </summary>
public sealed class PasswordSignIn(
    IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate, Sessions sessions, Passwords passwords, AttemptLimits limits,
    LocalSignIn local, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What the audit trail calls a name that nobody has: it may be a password in the wrong field.</summary>
    public const string UnknownName = "unknown name";

    /// <summary>Tries to sign in.</summary>
    /// <returns>A session, or null when name and password open nothing.</returns>
    /// <exception cref="TooManyAttemptsException">The name has had too many attempts; the password was not looked at.</exception>
    public async Task<NewSession?> TryAsync(string userName, string password, bool stay, IPAddress? from)
    {
        var name = Account.Normalize(userName);
        name = name.Length <= Rules.NameLength ? name : "";
        if (!limits.TryCount(name))
            throw new TooManyAttemptsException();

        // Hashing takes longer than all else: it must not keep others from writing.
        var hash = await FindHashAsync(name);
        var isRight = passwords.IsRight(hash, password);
        NewSession? session = null;
        await gate.WriteAsync(async db =>
        {
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == name);
            if (account is not null && isRight && account.PasswordHash == hash && !account.IsDisabled && !account.IsLockedOut(Now)
                && await local.IsOpenToAsync(db, account))
                session = await OpenAsync(db, account, stay, from);
            else
                Refuse(db, account, isRight, from);
        });
        return session;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<string?> FindHashAsync(string name)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Accounts.Where(a => a.NormalizedUserName == name).Select(a => a.PasswordHash).SingleOrDefaultAsync();
    }

    private async Task<NewSession> OpenAsync(DirectoryDbContext db, Account account, bool stay, IPAddress? from)
    {
        account.ForgetFailures();
        audit.Add(db, AuditKind.SignIn, account.UserName!, $"with a password, from {from}", new Actor(account.Id, account.DisplayName));
        return await sessions.OpenAsync(db, account, stay);
    }

    private void Refuse(DirectoryDbContext db, Account? account, bool isRight, IPAddress? from)
    {
        audit.Add(db, AuditKind.SignInFailed, account?.UserName ?? UnknownName, $"from {from}", null);
        if (account is not null && !isRight && account.CountFailure(Now))
            audit.Add(db, AuditKind.LockedOut, account.UserName!, $"for {Account.LockoutTime.TotalMinutes} minutes, from {from}", null);
    }
}

/// <summary>Too many attempts to sign in under one name.</summary>
public sealed class TooManyAttemptsException()
    : Exception($"Too many attempts. Wait {AttemptLimits.Window.TotalMinutes} minutes, then try again.");
