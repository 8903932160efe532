using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing.Revisions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Webhooks;

/// <summary>
/// The messages to be sent, in the database: what was saved is there, and each webhook knows up to which revision it was told, so that
/// nothing is lost when the program ends.
/// </summary>
public sealed class WebhookOutbox(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, VisibleChanges changes, WebhookSender sender, ReadRights rights,
    AuditTrail audit, TimeProvider clock)
{
    /// <summary>How long a message that has ended is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>How long to wait after each attempt; after the last one the message is given up.</summary>
    internal static readonly IReadOnlyList<TimeSpan> Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    // Shorter than all pauses together: a message that was tried all that time is not the only one.
    private static readonly TimeSpan LongestFailure = TimeSpan.FromHours(40);

    private const int RevisionsAtOnce = 200;
    private const int MessagesAtOnce = 10;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes messages of what was saved since the last look.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        while (await FillOnceAsync(cancellation))
        {
            // There may be more than is taken at once.
        }
    }

    /// <summary>Sends what is due: to all webhooks side by side, to each in order until something fails.</summary>
    /// <returns>When the next message is due, in UTC; null when none waits.</returns>
    public async Task<DateTime?> SendAsync(CancellationToken cancellation)
    {
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var webhooks = await db.Webhooks.AsNoTracking().Where(w => w.StopReason == null).ToListAsync(cancellation);
        await Task.WhenAll(webhooks.Select(webhook => SendAsync(webhook, now, cancellation)));
        return await db.WebhookDeliveries
            .Where(d => d.State == WebhookDeliveryState.Waiting && db.Webhooks.Any(w => w.Id == d.WebhookId && w.StopReason == null))
            .MinAsync(d => (DateTime?)d.DueAt, cancellation);
    }

    /// <summary>Sends a message that is in the database, and notes what came of it.</summary>
    internal async Task<WebhookOutcome> SendAsync(Webhook webhook, WebhookDelivery delivery, CancellationToken cancellation)
    {
        var outcome = await sender.SendAsync(webhook, delivery, cancellation);
        await gate.WriteAsync(async db =>
        {
            // Either may have been removed meanwhile.
            if (await db.WebhookDeliveries.FindAsync([delivery.Id], cancellation) is { } kept
                && await db.Webhooks.FindAsync([webhook.Id], cancellation) is { } present)
                Note(db, present, kept, outcome);
        }, cancellation);
        return outcome;
    }

    private async Task<bool> FillOnceAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var latest = await db.Revisions.MaxAsync(r => (long?)r.Id, cancellation) ?? 0;
        var behind = db.Webhooks.AsNoTracking().Where(w => w.StopReason == null && w.SeenRevisionId < latest);
        if (await behind.OrderBy(w => w.SeenRevisionId).FirstOrDefaultAsync(cancellation) is not { } webhook)
            return false;
        var news = db.Revisions.Where(r => r.Id > webhook.SeenRevisionId);
        var seen = await news.OrderBy(r => r.Id).Select(r => r.Id).Take(RevisionsAtOnce).MaxAsync(cancellation);
        // Whoever may read the messages is nobody that the directory knows.
        var audience = rights.AudienceOf(null);
        var told = await changes.ListAsync(db, VisibleChanges.Among(news, audience).Where(r => r.Id <= seen).OrderBy(r => r.Id), audience);
        await gate.WriteAsync(async write =>
        {
            if (await write.Webhooks.FindAsync([webhook.Id], cancellation) is not { StopReason: null } present
                || present.SeenRevisionId != webhook.SeenRevisionId)
                return;
            present.SeenRevisionId = seen;
            write.WebhookDeliveries.AddRange(told.Select(change => WebhookMessages.From(webhook.Id, change, Now)));
            var old = Now - Kept;
            await write.WebhookDeliveries.Where(d => d.EndedAt < old).ExecuteDeleteAsync(cancellation);
        }, cancellation);
        return true;
    }

    private async Task SendAsync(Webhook webhook, DateTime now, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var due = await db.WebhookDeliveries.AsNoTracking()
            .Where(d => d.WebhookId == webhook.Id && d.State == WebhookDeliveryState.Waiting && d.DueAt <= now)
            .OrderBy(d => d.Id).Take(MessagesAtOnce).ToListAsync(cancellation);
        foreach (var delivery in due)
            if (!(await SendAsync(webhook, delivery, cancellation)).IsDelivered)
                break;
    }

    private void Note(DirectoryDbContext db, Webhook webhook, WebhookDelivery delivery, WebhookOutcome outcome)
    {
        var isTest = delivery.Event == WebhookMessages.Test;
        DateTime? next = !isTest && delivery.Attempts < Pauses.Count ? Now + Pauses[delivery.Attempts] : null;
        delivery.Note(outcome.Outcome, outcome.IsDelivered, next, Now);
        if (outcome.IsDelivered)
            webhook.Succeed();
        else if (!isTest)
            webhook.Fail(Now);
        var isLost = delivery.State == WebhookDeliveryState.GivenUp && !isTest && Now - webhook.FailingSince >= LongestFailure;
        if (!isLost || webhook.StopReason is not null)
            return;
        webhook.Stop($"Nothing has arrived since {webhook.FailingSince:yyyy-MM-dd HH:mm} UTC. {outcome.Outcome}.");
        audit.Add(db, AuditKind.WebhookStopped, webhook.Address, webhook.StopReason!, null);
    }
}
