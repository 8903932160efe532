using BpoDirectory.Accounts.Provider;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>The links that create accounts and give new passwords: each valid for one use, until it expires.</summary>
public sealed class AccountLinks(
    IDbContextFactory<DirectoryDbContext> contexts, PreparedReads reads, WriteGate gate, AccountRights rights, LocalSignIn local,
    AuditTrail audit, TimeProvider clock)
{
    /// <summary>How long the set-up link is valid.</summary>
    public static readonly TimeSpan SetUpTime = TimeSpan.FromMinutes(60);

    /// <summary>How long invitations and resets are valid.</summary>
    public static readonly TimeSpan InvitationTime = TimeSpan.FromDays(7);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether the directory has an administrator, and is thus set up.</summary>
    public bool IsSetUp() => reads.Read(AccountQueries.HasAdministrator);

    /// <summary>Makes a link that creates the first administrator; those made before open nothing any more.</summary>
    /// <returns>Its secret, or null when there is an administrator already.</returns>
    public async Task<string?> OfferSetUpAsync()
    {
        string? secret = null;
        await gate.WriteAsync(async db =>
        {
            if (await HasAdministratorAsync(db))
                return;
            foreach (var earlier in await db.AccountLinks.Where(l => l.Kind == AccountLinkKind.SetUp && l.ClosedAt == null).ToListAsync())
                earlier.Close(Now);
            secret = Add(db, AccountLinkKind.SetUp, SetUpTime, role: AccountRole.Administrator);
        });
        return secret;
    }

    /// <summary>Makes a link that creates an account.</summary>
    /// <param name="actor">The administrator who invites.</param>
    /// <param name="whom">For whom, in the administrator's words.</param>
    /// <param name="role">What the new account may do.</param>
    /// <returns>The link's secret, to be shown once.</returns>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    /// <exception cref="DirectoryRuleException">It is not said for whom, or too long, or passwords are not for this role.</exception>
    public async Task<string> InviteAsync(Actor actor, string whom, AccountRole role)
    {
        var secret = "";
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Administrator);
            local.Demand(role);
            whom = Rules.Required(whom, "whom you invite", Rules.NameLength);
            secret = Add(db, AccountLinkKind.Invitation, InvitationTime, whom, role, by: actor);
            audit.Add(db, AuditKind.Invited, whom, role.ToString(), actor);
        });
        return secret;
    }

    /// <summary>Makes a link that gives an account a new password; earlier ones for it open nothing any more.</summary>
    /// <returns>The link's secret, to be shown once.</returns>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    /// <exception cref="DirectoryRuleException">There is no such account, or it is not for passwords.</exception>
    public async Task<string> OfferResetAsync(Actor actor, int accountId)
    {
        var secret = "";
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Administrator);
            var account = await db.Accounts.FindAsync(accountId) ?? throw new DirectoryRuleException("There is no such account.");
            await local.DemandAsync(db, account);
            foreach (var earlier in await db.AccountLinks.Where(l => l.AccountId == accountId && l.ClosedAt == null).ToListAsync())
                earlier.Close(Now);
            secret = Add(db, AccountLinkKind.Reset, InvitationTime, account.DisplayName, accountId: accountId, by: actor);
            audit.Add(db, AuditKind.ResetOffered, account.UserName!, "", actor);
        });
        return secret;
    }

    /// <summary>Withdraws an invitation or a reset that was not used; one that is closed stays as it is.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public Task RevokeAsync(Actor actor, int linkId) => gate.WriteAsync(async db =>
    {
        await rights.DemandAsync(db, actor, AccountRole.Administrator);
        if (await db.AccountLinks.FindAsync(linkId) is { Kind: not AccountLinkKind.SetUp } link && link.IsOpen(Now))
            Withdraw(db, link, actor);
    });

    /// <summary>
    /// Withdraws, with the write of <paramref name="db"/>, what an account made: its owner could use that when they may no longer
    /// administer.
    /// </summary>
    internal async Task WithdrawMadeByAsync(DirectoryDbContext db, int accountId, Actor? actor)
    {
        foreach (var link in await db.AccountLinks.Where(l => l.CreatedById == accountId && l.ClosedAt == null).ToListAsync())
            if (link.IsOpen(Now))
                Withdraw(db, link, actor);
    }

    /// <summary>The invitations and resets that somebody may still open, newest first.</summary>
    public async Task<IReadOnlyList<AccountLink>> ListOpenAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = Now;
        return await db.AccountLinks.AsNoTracking()
            .Where(l => l.Kind != AccountLinkKind.SetUp && l.ClosedAt == null && l.ExpiresAt > now)
            .OrderByDescending(l => l.Id).ToListAsync(cancellation);
    }

    /// <summary>The link of this kind and secret; null when it does not exist, was used or withdrawn, or is out of date.</summary>
    public async Task<AccountLink?> FindAsync(AccountLinkKind kind, string? secret, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await FindAsync(db.AccountLinks.AsNoTracking(), kind, secret, cancellation);
    }

    internal async Task<AccountLink?> FindAsync(
        IQueryable<AccountLink> links, AccountLinkKind kind, string? secret, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(secret))
            return null;
        var hash = Secret.Hash(secret);
        return await links.SingleOrDefaultAsync(l => l.SecretHash == hash && l.Kind == kind, cancellation) is { } link && link.IsOpen(Now)
            ? link
            : null;
    }

    internal static Task<bool> HasAdministratorAsync(DirectoryDbContext db) =>
        db.Accounts.AnyAsync(a => a.Role == AccountRole.Administrator);

    private void Withdraw(DirectoryDbContext db, AccountLink link, Actor? actor)
    {
        link.Close(Now);
        audit.Add(db, AuditKind.InvitationRevoked, link.For!, link.Kind.ToString(), actor);
    }

    private string Add(
        DirectoryDbContext db, AccountLinkKind kind, TimeSpan time, string? whom = null, AccountRole? role = null, int? accountId = null,
        Actor? by = null)
    {
        var secret = Secret.New();
        db.AccountLinks.Add(new AccountLink
        {
            SecretHash = Secret.Hash(secret),
            Kind = kind,
            For = whom,
            Role = role,
            AccountId = accountId,
            CreatedById = by?.AccountId,
            CreatedAt = Now,
            ExpiresAt = Now + time,
        });
        return secret;
    }
}
