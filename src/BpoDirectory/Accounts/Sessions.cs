using System.Globalization;
using System.Security.Claims;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>
/// Who is signed in where. A session is a row in the database; signing out deletes it, so that a kept cookie opens nothing.
/// </summary>
public sealed class Sessions(
    PreparedReads reads, WriteGate gate, AuditTrail audit, SessionLimits limits, SessionActivity activity, TimeProvider clock)
{
    /// <summary>Adds a session to what <paramref name="db"/> will save; those of the account that are over go.</summary>
    public async Task<NewSession> OpenAsync(DirectoryDbContext db, Account account, bool stay)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.AccountSessions.Where(s => s.AccountId == account.Id && s.ExpiresAt <= now).ExecuteDeleteAsync();
        var session = new NewSession(Secret.New(), now + (stay ? limits.Extended : limits.Usual), stay, account.Role);
        activity.Begin(Secret.Hash(session.Secret));
        db.AccountSessions.Add(new AccountSession
        {
            SecretHash = Secret.Hash(session.Secret),
            AccountId = account.Id,
            CreatedAt = now,
            ExpiresAt = session.ExpiresAt,
        });
        return session;
    }

    /// <summary>Who uses the session with this hash, as the database says now; null when it is over or the account disabled.</summary>
    public ClaimsPrincipal? Use(string secretHash) => activity.TryUse(secretHash) ? Find(secretHash) : null;

    /// <summary>The same, without using it.</summary>
    public ClaimsPrincipal? Find(string secretHash)
    {
        if (activity.IsIdle(secretHash))
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        return reads.Read(session => AccountQueries.FindSignedIn(session, secretHash, now)) is { } account
            ? Principal(account.Id, account.Name, account.Role, secretHash)
            : null;
    }

    /// <summary>Ends the session that <paramref name="actor"/> is signed in with.</summary>
    public Task EndAsync(Actor actor) => gate.WriteAsync(async db =>
    {
        if (await db.AccountSessions.Where(s => s.SecretHash == actor.Session).ExecuteDeleteAsync() > 0)
            audit.Add(db, AuditKind.SignOut, actor.Name, "", actor);
    });

    /// <summary>Ends all sessions of an account but one, with the write of <paramref name="db"/>.</summary>
    internal static Task EndOthersAsync(DirectoryDbContext db, int accountId, string? butOne = null) =>
        db.AccountSessions.Where(s => s.AccountId == accountId && s.SecretHash != butOne).ExecuteDeleteAsync();

    private static ClaimsPrincipal Principal(int id, string name, string role, string session) =>
        new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, id.ToString(CultureInfo.InvariantCulture)),
                new Claim(ClaimTypes.Name, name),
                new Claim(ClaimTypes.Role, role),
                new Claim(Actor.SessionClaim, session),
            ],
            "session"));
}

/// <summary>A session just opened.</summary>
/// <param name="Secret">What the browser keeps.</param>
/// <param name="ExpiresAt">When it is over, in UTC.</param>
/// <param name="Stays">Whether the browser keeps it when it is closed.</param>
/// <param name="Role">What the account may do.</param>
public sealed record NewSession(string Secret, DateTime ExpiresAt, bool Stays, AccountRole Role)
{
    /// <summary>The page that somebody who has just signed in begins at.</summary>
    public string Home => Role == AccountRole.Reader ? "/" : "/admin";
}
