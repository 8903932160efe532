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

    /// <summary>
    /// The webhooks that messages wait for, and when they may be sent, in UTC: once one did not arrive, none is sent before it is tried
    /// again.
    /// </summary>
    public async Task<IReadOnlyList<(Webhook Webhook, DateTime DueAt)>> WaitingAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var dues = await db.WebhookDeliveries.Where(d => d.State == WebhookDeliveryState.Waiting)
            .GroupBy(d => d.WebhookId).Select(waiting => new { Webhook = waiting.Key, DueAt = waiting.Max(d => d.DueAt) })
            .ToDictionaryAsync(waiting => waiting.Webhook, waiting => waiting.DueAt, cancellation);
        var webhooks = await db.Webhooks.AsNoTracking().Where(w => w.StopReason == null).OrderBy(w => w.Id).ToListAsync(cancellation);
        return [.. webhooks.Where(webhook => dues.ContainsKey(webhook.Id)).Select(webhook => (webhook, dues[webhook.Id]))];
    }

    /// <summary>Sends to a webhook what waits for it, in order until something fails; some of it if it is much.</summary>
    public async Task SendAsync(Webhook webhook, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var waiting = await db.WebhookDeliveries.AsNoTracking()
            .Where(d => d.WebhookId == webhook.Id && d.State == WebhookDeliveryState.Waiting)
            .OrderBy(d => d.Id).Take(MessagesAtOnce).ToListAsync(cancellation);
        foreach (var delivery in waiting)
            if (!(await SendAsync(webhook, delivery, cancellation)).IsDelivered)
                break;
    }

    /// <summary>Sends a message that only shows that messages arrive, once: it is kept when it is known what came of it.</summary>
    internal async Task<WebhookOutcome> SendTestAsync(Webhook webhook, CancellationToken cancellation)
    {
        var test = WebhookMessages.CreateTest(webhook.Id, Now);
        var outcome = await sender.SendAsync(webhook, test, cancellation);
        await gate.WriteAsync(async db =>
        {
            // It may have been removed meanwhile.
            if (await db.Webhooks.FindAsync([webhook.Id], cancellation) is not { } present)
                return;
            db.WebhookDeliveries.Add(test);
            Note(db, present, test, outcome);
        }, cancellation);
        return outcome;
    }

    private async Task<WebhookOutcome> SendAsync(Webhook webhook, WebhookDelivery delivery, CancellationToken cancellation)
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
