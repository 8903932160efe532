using BpoDirectory.Accounts.Provider;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>What people do with the links of <see cref="AccountLinks"/>: create their account, or choose a new password.</summary>
public sealed class LinkUse(
    WriteGate gate, AccountLinks links, Passwords passwords, Sessions sessions, LocalSignIn local, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Creates the first administrator, or the account of an invitation, and signs in.</summary>
    /// <param name="kind">Set-up or invitation.</param>
    /// <param name="secret">The link's secret.</param>
    /// <param name="userName">What they sign in with.</param>
    /// <param name="displayName">What others see.</param>
    /// <param name="password">See <see cref="PasswordRules"/>.</param>
    /// <exception cref="DirectoryRuleException">
    /// The link is no longer valid, a name or the password cannot be used, or the user name is taken.
    /// </exception>
    public async Task<NewSession> CreateAccountAsync(
        AccountLinkKind kind, string? secret, string userName, string displayName, string password)
    {
        _ = await links.FindAsync(kind, secret) ?? throw Closed();
        PasswordRules.Check(password, userName, displayName);
        var hash = passwords.Hash(password);
        NewSession? session = null;
        await gate.WriteAsync(async db =>
        {
            var link = await links.FindAsync(db.AccountLinks, kind, secret) ?? throw Closed();
            if (kind == AccountLinkKind.SetUp && await AccountLinks.HasAdministratorAsync(db))
                throw Closed();
            local.Demand(link.Role!.Value);
            link.Close(Now);
            var account = new Account(userName, displayName, link.Role!.Value, Now) { InvitedById = link.CreatedById, PasswordHash = hash };
            await AccountNames.AddAsync(db, account);
            await db.SaveChangesAsync();
            var actor = new Actor(account.Id, account.DisplayName);
            if (kind == AccountLinkKind.SetUp)
                audit.Add(db, AuditKind.SetUp, account.UserName!, "first administrator", actor);
            else
                audit.Add(db, AuditKind.InvitationAccepted, account.UserName!, $"{account.Role}, invited as {link.For}", actor);
            session = await sessions.OpenAsync(db, account, stay: false);
        });
        return session!;
    }

    /// <summary>
    /// Gives the account of a reset link a new password, lifts its lockout, ends its sessions, revokes its access tokens, and signs in.
    /// </summary>
    /// <exception cref="DirectoryRuleException">
    /// The link is no longer valid, the password cannot be used, or the account is disabled.
    /// </exception>
    public async Task<NewSession> ResetPasswordAsync(string? secret, string password)
    {
        _ = await links.FindAsync(AccountLinkKind.Reset, secret) ?? throw Closed();
        PasswordRules.Check(password);
        var hash = passwords.Hash(password);
        NewSession? session = null;
        await gate.WriteAsync(async db =>
        {
            var link = await links.FindAsync(db.AccountLinks, AccountLinkKind.Reset, secret) ?? throw Closed();
            var account = await db.Accounts.SingleAsync(a => a.Id == link.AccountId);
            if (account.IsDisabled)
                throw Closed();
            await local.DemandAsync(db, account);
            PasswordRules.Check(password, account.UserName!, account.DisplayName);
            link.Close(Now);
            account.PasswordHash = hash;
            account.ForgetFailures();
            await Sessions.EndOthersAsync(db, account.Id);
            await ApiTokens.RevokeAllAsync(db, account.Id, Now);
            audit.Add(db, AuditKind.PasswordChanged, account.UserName!, "by a reset link", new Actor(account.Id, account.DisplayName));
            session = await sessions.OpenAsync(db, account, stay: false);
        });
        return session!;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static DirectoryRuleException Closed() => new("This link was used or revoked, or it has expired. Ask for a new one.");
}
