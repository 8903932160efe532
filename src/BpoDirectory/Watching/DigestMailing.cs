using BpoDirectory.Data;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Operations.Mail;
using BpoDirectory.Settings;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Watching;

/// <summary>
/// Sends the links and digests that are due, in the background. What was told is kept before it is sent, and taken back where it could not
/// be: a program that ends in between tells nothing twice.
/// </summary>
public sealed class DigestMailing(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, RecentChanges changes, MailSubscriptions subscriptions,
    DigestMessages messages, MailSender sender, MailSite site, CurrentSettings settings, DirectoryMetrics metrics, TimeProvider clock,
    ILogger<DigestMailing> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _asked = new(0);

    /// <summary>Sends whatever is due now.</summary>
    public async Task SendDueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var inUse = db.MailSubscriptions.Where(s => db.Accounts.Any(a => a.Id == s.AccountId && !a.IsDisabled));
        var links = await inUse.Where(s => s.LinkDueAt <= now).Select(s => s.AccountId).ToListAsync(cancellation);
        if (!await TrySendAsync(links, SendLinkAsync, cancellation))
            return;
        var digests = await inUse.Where(s => s.Address != null && s.NextAt <= now).Select(s => s.AccountId).ToListAsync(cancellation);
        if (await TrySendAsync(digests, SendDigestAsync, cancellation))
            metrics.NoteRun(DirectoryJob.Digests);
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
        if (site.Address.IsLoopback)
            log.LogWarning(
                "Links in mails lead to {Address}, which other machines cannot open: set PublicAddress to where browsers reach the program",
                site.Address);
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

    // One account's trouble is nobody else's. A server that does not answer is everybody's: each try would wait for it in vain.
    private async Task<bool> TrySendAsync(List<int> accountIds, Func<int, CancellationToken, Task> send, CancellationToken cancellation)
    {
        foreach (var accountId in accountIds)
            try
            {
                await send(accountId, cancellation);
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                log.LogWarning(error, "A mail to account {Account} could not be sent; it is tried again", accountId);
                if (MailSender.IsOfTheWay(error))
                    return false;
            }
        return true;
    }

    private async Task SendLinkAsync(int accountId, CancellationToken cancellation)
    {
        string? address = null;
        await WriteAsync(accountId, subscription =>
        {
            address = subscription.PendingAddress;
            subscription.MarkLinkSent();
        });
        if (address is null)
            return;
        try
        {
            using var message = await messages.LinkAsync(accountId, address, settings.Content.Name);
            await sender.SendAsync(message, cancellation);
        }
        catch
        {
            await WriteAsync(accountId, subscription => subscription.RetryLink(clock.GetUtcNow().UtcDateTime));
            throw;
        }
    }

    private async Task SendDigestAsync(int accountId, CancellationToken cancellation)
    {
        var (news, latest) = await ReadNewsAsync(accountId, cancellation);
        var (isDue, toldRevision, toldAt) = (false, 0L, (DateTime?)null);
        await WriteAsync(accountId, subscription =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            (toldRevision, toldAt) = (subscription.ToldRevisionId, subscription.ToldAt);
            // Whoever has ended the mails meanwhile, or gave another address, is sent nothing.
            isDue = subscription.NextAt <= now && (news is null || news.Address == subscription.Address);
            if (isDue)
                subscription.Tell(latest, now);
        });
        if (!isDue || news is null)
            return;
        try
        {
            using var message = await messages.DigestAsync(news, settings.Content.Name);
            await sender.SendAsync(message, cancellation);
        }
        catch
        {
            await WriteAsync(accountId, subscription => subscription.TakeBack(toldRevision, toldAt, clock.GetUtcNow().UtcDateTime));
            throw;
        }
        await WriteAsync(accountId, subscription => subscription.ForgetFailures());
    }

    // Whoever has an account sees people and clients; what is archived, and synonym sets, only who may edit.
    private async Task<(DigestNews? News, long Latest)> ReadNewsAsync(int accountId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var latest = await WatchList.LatestAsync(db);
        var subscription = await db.MailSubscriptions.AsNoTracking().SingleAsync(s => s.AccountId == accountId, cancellation);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancellation);
        var isEditor = account.Role >= AccountRole.Editor;
        var untold = WatchList.NewsOf(db, accountId).Where(r =>
            r.Id > subscription.ToldRevisionId && r.Id <= latest && (isEditor || r.EntryType != EntryType.SynonymSet));
        var found = (await changes.ListAsync(db, untold, int.MaxValue)).Where(change => isEditor || !change.IsArchived).ToList();
        if (found.Count == 0 || subscription.Address is not { } address)
            return (null, latest);
        var most = Math.Min(found.Count, WatchList.MostChanges);
        return (
            new DigestNews(
                accountId, account.DisplayName, address, subscription.Interval, subscription.ToldAt, found.GetRange(0, most),
                found.Count - most),
            latest);
    }

    private Task WriteAsync(int accountId, Action<MailSubscription> change) => gate.WriteAsync(async db =>
        change(await db.MailSubscriptions.SingleAsync(s => s.AccountId == accountId)));
}
