using BpoDirectory.Data;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Operations.Mail;
using BpoDirectory.Settings;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace BpoDirectory.Watching;

/// <summary>
/// Sends the links and digests that are due, in the background. What was told is kept before it is sent, and taken back where it could not
/// be: a program that ends in between tells nothing twice.
/// </summary>
public sealed class DigestMailing(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, RecentChanges changes, MailSubscriptions subscriptions, DigestMessages messages,
    MailSender sender, CurrentSettings settings, TimeProvider clock, ILogger<DigestMailing> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _asked = new(0);

    /// <summary>Sends whatever is due now.</summary>
    public async Task SendDueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var inUse = db.MailSubscriptions.Where(s => db.Accounts.Any(a => a.Id == s.AccountId && !a.IsDisabled));
        foreach (var account in await inUse.Where(s => s.LinkDueAt <= now).Select(s => s.AccountId).ToListAsync(cancellation))
            await SendLinkAsync(account, cancellation);
        foreach (var account in await inUse.Where(s => s.Address != null && s.NextAt <= now).Select(s => s.AccountId).ToListAsync(cancellation))
            await SendDigestAsync(account, cancellation);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        subscriptions.Asked -= WakeUp;
        _asked.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!sender.IsOn)
            return;
        subscriptions.Asked += WakeUp;
        try
        {
            for (; ; await _asked.WaitAsync(Pause, stoppingToken))
                await TrySendDueAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the program; what is due is sent after the next start.
        }
    }

    private void WakeUp() => _asked.Release();

    // A full disk delays mails, and ends nothing.
    private async Task TrySendDueAsync(CancellationToken cancellation)
    {
        try
        {
            await SendDueAsync(cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning(error, "Mails that are due could not be looked for");
        }
    }

    private async Task SendLinkAsync(int accountId, CancellationToken cancellation)
    {
        string? address = null;
        await WriteAsync(accountId, (_, subscription) =>
        {
            address = subscription.PendingAddress;
            subscription.MarkLinkSent();
            return Task.CompletedTask;
        });
        if (address is not null && !await TrySendAsync(() => messages.LinkAsync(accountId, address, settings.Content.Name), accountId, cancellation))
            await WriteAsync(accountId, (_, subscription) =>
            {
                subscription.RetryLink(clock.GetUtcNow().UtcDateTime);
                return Task.CompletedTask;
            });
    }

    private async Task SendDigestAsync(int accountId, CancellationToken cancellation)
    {
        DigestNews? news = null;
        var (toldRevision, toldAt) = (0L, (DateTime?)null);
        await WriteAsync(accountId, async (db, subscription) =>
        {
            (toldRevision, toldAt) = (subscription.ToldRevisionId, subscription.ToldAt);
            news = await ReadNewsAsync(db, subscription);
            subscription.Tell(await WatchList.LatestAsync(db), clock.GetUtcNow().UtcDateTime);
        });
        if (news is null)
            return;
        var isSent = await TrySendAsync(() => messages.DigestAsync(news, settings.Content.Name), accountId, cancellation);
        await WriteAsync(accountId, (_, subscription) =>
        {
            if (isSent)
                subscription.ForgetFailures();
            else
                subscription.TakeBack(toldRevision, toldAt, clock.GetUtcNow().UtcDateTime);
            return Task.CompletedTask;
        });
    }

    // Whoever has an account sees people and clients; what is archived, and synonym sets, only who may edit.
    private async Task<DigestNews?> ReadNewsAsync(DirectoryDbContext db, MailSubscription subscription)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == subscription.AccountId);
        var isEditor = account.Role >= AccountRole.Editor;
        var untold = WatchList.NewsOf(db, account.Id).Where(r => r.Id > subscription.ToldRevisionId && (isEditor || r.EntryType != EntryType.SynonymSet));
        var found = (await changes.ListAsync(db, untold, WatchList.MostChanges)).Where(change => isEditor || !change.IsArchived).ToList();
        return found.Count == 0 ? null : new DigestNews(account.Id, account.DisplayName, subscription.Address!, subscription.Interval, subscription.ToldAt, found);
    }

    private async Task<bool> TrySendAsync(Func<Task<MimeMessage>> compose, int accountId, CancellationToken cancellation)
    {
        try
        {
            using var message = await compose();
            await sender.SendAsync(message, cancellation);
            return true;
        }
        catch (Exception error)
        {
            log.LogWarning(error, "A mail to account {Account} could not be sent; it is tried again", accountId);
            return false;
        }
    }

    private Task WriteAsync(int accountId, Func<DirectoryDbContext, MailSubscription, Task> change) => gate.WriteAsync(async db =>
        await change(db, await db.MailSubscriptions.SingleAsync(s => s.AccountId == accountId)));
}
