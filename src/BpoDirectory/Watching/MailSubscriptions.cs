using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Operations.Mail;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Watching;

/// <summary>Where and how often accounts are told by mail of what they watch.</summary>
public sealed class MailSubscriptions(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, AccountRights rights, AuditTrail audit, MailLinks links,
    MailSender sender, TimeProvider clock)
{
    /// <summary>Raised when something is to be sent at once.</summary>
    public event Action? Asked;

    /// <summary>Whether this directory sends mail.</summary>
    public bool IsOn => sender.IsOn;

    /// <summary>What an account chose; what nobody has chosen yet where there is nothing.</summary>
    public async Task<MailSubscription> FindAsync(Actor actor)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.MailSubscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == actor.AccountId)
            ?? new MailSubscription(actor.AccountId);
    }

    /// <summary>Sends a link to an address, which its owner confirms by it; until then mails go to the one that was.</summary>
    /// <exception cref="DirectoryRuleException">It is no address, or the last link was asked for just now.</exception>
    /// <exception cref="NotAllowedException">The actor is signed in no longer.</exception>
    public async Task AskForAsync(Actor actor, string address)
    {
        await ChangeAsync(actor, (_, subscription) =>
        {
            subscription.AskFor(address, Now);
            return Task.CompletedTask;
        });
        Asked?.Invoke();
    }

    /// <summary>Takes an address for confirmed by a link that was sent to it.</summary>
    /// <returns>Whether the link is good, and the address still the one that was asked for.</returns>
    public async Task<bool> ConfirmAsync(string? code)
    {
        if (links.ReadConfirmation(code) is not var (accountId, address))
            return false;
        var isConfirmed = false;
        await gate.WriteAsync(async db =>
        {
            if (await db.MailSubscriptions.SingleOrDefaultAsync(s => s.AccountId == accountId) is not { } subscription)
                return;
            var before = subscription.Address;
            isConfirmed = subscription.Confirm(address);
            if (subscription.Address != before && await db.Accounts.SingleAsync(a => a.Id == accountId) is { } account)
                audit.Add(db, AuditKind.MailAddressChanged, account.UserName!, "confirmed by its link",
                    new Actor(accountId, account.DisplayName));
        });
        return isConfirmed;
    }

    /// <summary>Forgets the address.</summary>
    /// <exception cref="NotAllowedException">The actor is signed in no longer.</exception>
    public Task ForgetAsync(Actor actor) => ChangeAsync(actor, async (db, subscription) =>
    {
        subscription.Forget();
        audit.Add(db, AuditKind.MailAddressChanged, (await db.Accounts.SingleAsync(a => a.Id == actor.AccountId)).UserName!, "removed",
            actor);
    });

    /// <summary>Chooses how often an account is told.</summary>
    /// <exception cref="DirectoryRuleException">There is no address to send to.</exception>
    /// <exception cref="NotAllowedException">The actor is signed in no longer.</exception>
    public Task ChooseAsync(Actor actor, DigestInterval interval) => ChangeAsync(actor, async (db, subscription) =>
        subscription.Choose(interval, await WatchList.LatestAsync(db), Now));

    /// <summary>Ends the mails by a link that came with one.</summary>
    /// <returns>Whether the link is good.</returns>
    public async Task<bool> UnsubscribeAsync(string? code)
    {
        if (links.ReadUnsubscribing(code) is not { } accountId)
            return false;
        await gate.WriteAsync(async db => (await db.MailSubscriptions.SingleOrDefaultAsync(s => s.AccountId == accountId))?.Stop());
        return true;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Task ChangeAsync(Actor actor, Func<DirectoryDbContext, MailSubscription, Task> change) => gate.WriteAsync(async db =>
    {
        await rights.DemandAsync(db, actor, AccountRole.Reader);
        if (await db.MailSubscriptions.SingleOrDefaultAsync(s => s.AccountId == actor.AccountId) is not { } subscription)
            db.Add(subscription = new MailSubscription(actor.AccountId));
        await change(db, subscription);
    });
}
