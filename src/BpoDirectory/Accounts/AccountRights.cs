using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>Asks the database what somebody may do now, whatever their page or cookie believed when it was made.</summary>
public sealed class AccountRights(TimeProvider clock)
{
    /// <summary>
    /// Makes sure that <paramref name="actor"/> has the role at this moment. Call it first thing inside the write, with the
    /// context that writes: nothing can change between the question and the commit.
    /// </summary>
    /// <exception cref="NotAllowedException">The account is disabled or has less than the role, or its session is over.</exception>
    public async Task DemandAsync(DirectoryDbContext db, Actor actor, AccountRole least, CancellationToken cancellation = default)
    {
        var account = await db.Accounts.AsNoTracking()
            .Where(a => a.Id == actor.AccountId)
            .Select(a => new { a.Role, a.IsDisabled })
            .SingleOrDefaultAsync(cancellation);
        if (account is null || account.IsDisabled || account.Role < least)
            throw new NotAllowedException();
        var now = clock.GetUtcNow().UtcDateTime;
        if (actor.Session is { } session
            && !await db.AccountSessions.AnyAsync(
                s => s.SecretHash == session && s.AccountId == actor.AccountId && s.ExpiresAt > now, cancellation))
            throw new NotAllowedException();
        if (actor.Token is { } token
            && !await db.ApiTokens.AnyAsync(
                t => t.SecretHash == token && t.AccountId == actor.AccountId && t.ExpiresAt > now && t.RevokedAt == null, cancellation))
            throw new NotAllowedException();
    }
}
