using System.Globalization;
using BpoDirectory.Accounts.Provider;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>The passkeys of whoever is signed in.</summary>
public sealed class Passkeys(
    IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate, PasskeyStore store, PendingPasskeys pending, AccountRights rights,
    LocalSignIn local, AuditTrail audit)
{
    /// <summary>Most passkeys of one account.</summary>
    public const int Most = 20;

    /// <summary>The account's passkeys, newest first.</summary>
    public async Task<IReadOnlyList<PasskeyDetails>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var keys = await db.AccountPasskeys.AsNoTracking().Where(p => p.UserId == actor.AccountId).ToListAsync(cancellation);
        return [.. keys.OrderByDescending(p => p.Data.CreatedAt)
            .Select(p => new PasskeyDetails(Convert.ToHexStringLower(p.CredentialId), p.Data.Name ?? "Passkey",
                p.Data.CreatedAt.UtcDateTime))];
    }

    /// <summary>Asks the browser for a new passkey.</summary>
    /// <exception cref="NotAllowedException">The account is gone.</exception>
    public async Task<PasskeyQuestion> AskAsync(Actor actor, HttpContext context)
    {
        await using var db = await contexts.CreateDbContextAsync();
        using var accounts = store.Accounts(db);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == actor.AccountId)
            ?? throw new NotAllowedException();
        var entity = new PasskeyUserEntity
        {
            Id = account.Id.ToString(CultureInfo.InvariantCulture),
            Name = account.UserName!,
            DisplayName = account.DisplayName,
        };
        var options = await PasskeyStore.Handler(accounts).MakeCreationOptionsAsync(entity, context);
        return new PasskeyQuestion(pending.Keep(options.AttestationState), options.CreationOptionsJson);
    }

    /// <summary>Adds the passkey that the browser answered with.</summary>
    /// <exception cref="DirectoryRuleException">
    /// The answer is not what was asked for, came too late, or the account has <see cref="Most"/> already or may have none.
    /// </exception>
    /// <exception cref="NotAllowedException">The actor is signed in no longer.</exception>
    public async Task AddAsync(Actor actor, HttpContext context, string? question, string credential, string name)
    {
        name = Rules.Required(name, "a name for the passkey", Rules.NameLength);
        var passkey = await AttestAsync(actor, context, question, credential);
        passkey.Name = name;
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Reader);
            if (await db.AccountPasskeys.CountAsync(p => p.UserId == actor.AccountId) >= Most)
                throw new DirectoryRuleException($"An account has {Most} passkeys at most. Remove one first.");
            using var accounts = store.Accounts(db);
            var account = await db.Accounts.SingleAsync(a => a.Id == actor.AccountId);
            await local.DemandAsync(db, account);
            await accounts.AddOrUpdatePasskeyAsync(account, passkey);
            audit.Add(db, AuditKind.PasskeyAdded, account.UserName!, name, actor);
        });
    }

    /// <summary>Calls a passkey something else.</summary>
    /// <exception cref="DirectoryRuleException">There is no such passkey, or the name is empty or too long.</exception>
    /// <exception cref="NotAllowedException">The actor is signed in no longer.</exception>
    public Task RenameAsync(Actor actor, string id, string name) => ChangeAsync(actor, id, (db, passkey) =>
    {
        passkey.Data.Name = Rules.Required(name, "a name for the passkey", Rules.NameLength);
        audit.Add(db, AuditKind.PasskeyRenamed, actor.Name, passkey.Data.Name, actor);
    });

    /// <summary>Removes a passkey: it signs nobody in any more.</summary>
    /// <exception cref="DirectoryRuleException">There is no such passkey.</exception>
    /// <exception cref="NotAllowedException">The actor is signed in no longer.</exception>
    public Task RemoveAsync(Actor actor, string id) => ChangeAsync(actor, id, (db, passkey) =>
    {
        db.Remove(passkey);
        audit.Add(db, AuditKind.PasskeyRemoved, actor.Name, passkey.Data.Name ?? "", actor);
    });

    private async Task<UserPasskeyInfo> AttestAsync(Actor actor, HttpContext context, string? question, string credential)
    {
        await using var db = await contexts.CreateDbContextAsync();
        using var accounts = store.Accounts(db);
        var result = pending.Take(question) is { } state
            ? await PasskeyStore.Handler(accounts).PerformAttestationAsync(
                new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = state })
            : null;
        return result is { Succeeded: true } && result.UserEntity.Id == actor.AccountId.ToString(CultureInfo.InvariantCulture)
            ? result.Passkey
            : throw new DirectoryRuleException("The passkey could not be added. Try again.");
    }

    private Task ChangeAsync(Actor actor, string id, Action<DirectoryDbContext, IdentityUserPasskey<int>> change) =>
        gate.WriteAsync(async db =>
    {
        await rights.DemandAsync(db, actor, AccountRole.Reader);
        var keys = await db.AccountPasskeys.Where(p => p.UserId == actor.AccountId).ToListAsync();
        change(db, keys.Find(p => Convert.ToHexStringLower(p.CredentialId) == id)
            ?? throw new DirectoryRuleException("There is no such passkey."));
    });
}

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">The credential's id in lower-case hexadecimal.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="CreatedAt">In UTC.</param>
public sealed record PasskeyDetails(string Id, string Name, DateTime CreatedAt);

/// <summary>What a browser is asked to sign.</summary>
/// <param name="Name">To come back with the answer.</param>
/// <param name="Options">The options of the Web Authentication API, as JSON.</param>
public sealed record PasskeyQuestion(string Name, string Options);
