using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>A token in its owner's list.</summary>
public sealed record ApiTokenLine(int Id, string Name, DateTime CreatedAt, DateTime ExpiresAt, DateTime? RevokedAt);

/// <summary>Personal access tokens: made and revoked by whom they act for, recognised when a program sends them.</summary>
public sealed class ApiTokens(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, AccountRights rights, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Longest life of a token, in days.</summary>
    public const int LongestLife = 366;

    private const string Prefix = "bpo_";
    private const int SecretBytes = 32;

    /// <summary>Makes a token; the answer is the only time that anybody sees its secret.</summary>
    /// <exception cref="DirectoryRuleException">
    /// The name is empty or too long, or the life is not from 1 to <see cref="LongestLife"/> days.
    /// </exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<string> CreateAsync(Actor actor, string name, int days)
    {
        if (days is < 1 or > LongestLife)
            throw new DirectoryRuleException($"A token lives from 1 to {LongestLife} days.");
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Reader);
            var token = new ApiToken
            {
                AccountId = actor.AccountId, Name = name, SecretHash = Hash(secret), CreatedAt = Now, ExpiresAt = Now.AddDays(days),
            };
            db.Add(token);
            audit.Add(db, AuditKind.TokenCreated, token.Name, $"until {token.ExpiresAt:yyyy-MM-dd}", actor);
        });
        return secret;
    }

    /// <summary>The actor's tokens, latest first.</summary>
    public async Task<IReadOnlyList<ApiTokenLine>> ListAsync(Actor actor)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.ApiTokens.Where(t => t.AccountId == actor.AccountId).OrderByDescending(t => t.Id)
            .Select(t => new ApiTokenLine(t.Id, t.Name, t.CreatedAt, t.ExpiresAt, t.RevokedAt)).ToListAsync();
    }

    /// <summary>Takes one of the actor's own tokens back; one that is not theirs stays as it is.</summary>
    public Task RevokeAsync(Actor actor, int id) => gate.WriteAsync(async db =>
    {
        await rights.DemandAsync(db, actor, AccountRole.Reader);
        if (await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == id && t.AccountId == actor.AccountId && t.RevokedAt == null)
            is not { } token)
            return;
        token.Revoke(Now);
        audit.Add(db, AuditKind.TokenRevoked, token.Name, "", actor);
    });

    /// <summary>Revokes all tokens of an account, with the write of <paramref name="db"/>.</summary>
    internal static async Task RevokeAllAsync(DirectoryDbContext db, int accountId, DateTime now)
    {
        foreach (var token in await db.ApiTokens.Where(t => t.AccountId == accountId && t.RevokedAt == null).ToListAsync())
            token.Revoke(now);
    }

    /// <summary>Whom a secret speaks for, with their role; null when it is not valid.</summary>
    public async Task<(Actor Actor, AccountRole Role)?> FindAsync(string secret)
    {
        var (hash, now) = (Hash(secret), Now);
        await using var db = await contexts.CreateDbContextAsync();
        var owner = await (
            from token in db.ApiTokens
            join account in db.Accounts on token.AccountId equals account.Id
            where token.SecretHash == hash && token.RevokedAt == null && token.ExpiresAt > now && !account.IsDisabled
            select new { account.Id, account.DisplayName, account.Role }).SingleOrDefaultAsync();
        return owner is null ? null : (new Actor(owner.Id, owner.DisplayName, Token: hash), owner.Role);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
