using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Webhooks;

/// <summary>A webhook in the list, without its secret.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Address">Where it sends.</param>
/// <param name="CreatedAt">When it was added, in UTC.</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="FailingSince">Since when nothing has arrived, in UTC; null when the last message did.</param>
/// <param name="StopReason">Why nothing is sent any more; null when something is.</param>
/// <param name="Waiting">How many messages wait.</param>
/// <param name="Latest">The latest messages, latest first.</param>
public sealed record WebhookRow(
    int Id, string Address, DateTime CreatedAt, string CreatedBy, DateTime? FailingSince, string? StopReason, int Waiting,
    IReadOnlyList<WebhookDelivery> Latest);

/// <summary>What administrators do with webhooks. Each of it is in the audit.</summary>
public sealed class WebhookAdministration(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, AccountRights rights, AuditTrail audit, WebhookSettings settings,
    WebhookOutbox outbox, TimeProvider clock)
{
    /// <summary>Most webhooks of a directory.</summary>
    public const int Most = 20;

    /// <summary>Messages of each that are listed.</summary>
    public const int MostListed = 20;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>All of them, in the order in which they were added.</summary>
    public async Task<IReadOnlyList<WebhookRow>> ListAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = new List<WebhookRow>();
        foreach (var webhook in await db.Webhooks.AsNoTracking().OrderBy(w => w.Id).ToListAsync())
        {
            var messages = db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == webhook.Id);
            rows.Add(new WebhookRow(
                webhook.Id, webhook.Address, webhook.CreatedAt, webhook.CreatedBy, webhook.FailingSince, webhook.StopReason,
                await messages.CountAsync(d => d.State == WebhookDeliveryState.Waiting),
                await messages.OrderByDescending(d => d.Id).Take(MostListed).ToListAsync()));
        }
        return rows;
    }

    /// <summary>Adds one, which is told of what is saved from now on.</summary>
    /// <returns>The secret that its messages are signed with; nobody sees it again.</returns>
    /// <exception cref="DirectoryRuleException">The address cannot be used, or there are enough.</exception>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    public async Task<string> AddAsync(Actor actor, string? address)
    {
        if (WebhookAddress.Check(address, settings) is { } problem)
            throw new DirectoryRuleException(problem);
        var secret = WebhookSignature.NewSecret();
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Administrator);
            if (await db.Webhooks.CountAsync() >= Most)
                throw new DirectoryRuleException($"There are {Most} webhooks already. Remove one first.");
            var seen = await LatestAsync(db);
            db.Webhooks.Add(
                new Webhook { Address = address!, Secret = secret, CreatedAt = Now, CreatedBy = actor.Name, SeenRevisionId = seen });
            audit.Add(db, AuditKind.WebhookAdded, address!, "", actor);
        });
        return secret;
    }

    /// <summary>Removes one, with its messages.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    public Task RemoveAsync(Actor actor, int id) => ChangeAsync(actor, id, AuditKind.WebhookRemoved, "", (db, webhook) =>
    {
        db.Webhooks.Remove(webhook);
        return Task.CompletedTask;
    });

    /// <summary>Sends nothing to it until it is started again; what waits goes on waiting.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    public Task StopAsync(Actor actor, int id) => ChangeAsync(actor, id, AuditKind.WebhookChanged, "stopped", (_, webhook) =>
    {
        webhook.Stop($"Stopped by {actor.Name}.");
        return Task.CompletedTask;
    });

    /// <summary>Sends what waits and what is saved from now on; not what was saved while it was stopped.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    public Task StartAsync(Actor actor, int id) =>
        ChangeAsync(actor, id, AuditKind.WebhookChanged, "started", async (db, webhook) => webhook.Start(await LatestAsync(db)));

    /// <summary>Sends a message that only shows that messages arrive, once.</summary>
    /// <returns>What came of it.</returns>
    /// <exception cref="DirectoryRuleException">There is no such webhook any more.</exception>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    public async Task<WebhookOutcome> TestAsync(Actor actor, int id)
    {
        Webhook? webhook = null;
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Administrator);
            webhook = await db.Webhooks.FindAsync(id) ?? throw new DirectoryRuleException("This webhook is not there any more.");
        });
        return await outbox.SendTestAsync(webhook!, CancellationToken.None);
    }

    private Task ChangeAsync(Actor actor, int id, AuditKind kind, string detail, Func<DirectoryDbContext, Webhook, Task> change) =>
        gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Administrator);
            if (await db.Webhooks.FindAsync(id) is not { } webhook)
                return;
            await change(db, webhook);
            audit.Add(db, kind, webhook.Address, detail, actor);
        });

    private static async Task<long> LatestAsync(DirectoryDbContext db) => await db.Revisions.MaxAsync(r => (long?)r.Id) ?? 0;
}
