using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Watching;

/// <summary>An entry that somebody watches; what it is called now.</summary>
public sealed record WatchedEntry(EntryType Type, string Slug, string Name);

/// <summary>What somebody watches, and what changed of it.</summary>
/// <param name="IsEverything">Whether everything is watched.</param>
/// <param name="Entries">The entries watched, by name.</param>
/// <param name="Changes">What others changed of it since it was last seen, latest first.</param>
public sealed record Digest(bool IsEverything, IReadOnlyList<WatchedEntry> Entries, IReadOnlyList<RecentChange> Changes);

/// <summary>Keeps what each account watches. One's own changes are no news.</summary>
public sealed class WatchList(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, IEnumerable<EntryEditing> editings, RecentChanges changes,
    AccountRights rights)
{
    /// <summary>Most changes told of at once.</summary>
    public const int MostChanges = 100;

    /// <summary>Whether an account watches the entry with this slug, or everything where there is none.</summary>
    public async Task<bool> IsWatchingAsync(Actor actor, EntryType? type = null, string? slug = null)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await FindAsync(db, type, slug) is var (_, id) && await Of(db, actor, type, id).AnyAsync();
    }

    /// <summary>Begins to watch the entry with this slug, or everything; or ends it. What is so already stays so.</summary>
    /// <returns>Whether there is such an entry.</returns>
    /// <exception cref="NotAllowedException">The account may not read any more.</exception>
    public async Task<bool> SetAsync(Actor actor, EntryType? type, string? slug, bool isOn)
    {
        var isKnown = false;
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Reader);
            if (await FindAsync(db, type, slug) is not var (_, id))
                return;
            isKnown = true;
            if (!isOn)
                await Of(db, actor, type, id).ExecuteDeleteAsync();
            else if (!await Of(db, actor, type, id).AnyAsync())
                db.Add(new Watch(actor.AccountId, type, id, await LatestAsync(db)));
        });
        return isKnown;
    }

    /// <summary>What the account watches, and what is new of it.</summary>
    public async Task<Digest> ReadAsync(Actor actor)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var watches = await db.Watches.AsNoTracking().Where(w => w.AccountId == actor.AccountId).ToListAsync();
        var entries = new List<WatchedEntry>();
        foreach (var type in watches.Where(w => w.EntryType is not null).GroupBy(w => w.EntryType!.Value, w => w.EntryId!.Value))
        {
            var ids = type.ToList();
            entries.AddRange(
                await editings.Single(editing => editing.Type == type.Key).Rows(db).Where(row => ids.Contains(row.Id))
                    .OrderBy(row => row.NameKey)
                .Select(row => new WatchedEntry(type.Key, row.Slug, row.Name)).ToListAsync());
        }
        return new Digest(
            watches.Exists(w => w.EntryType is null), entries, await changes.ListAsync(db, NewsOf(db, actor.AccountId), MostChanges));
    }

    /// <summary>What others saved of what an account watches, since it was last seen.</summary>
    internal static IQueryable<Revision> NewsOf(DirectoryDbContext db, int accountId) =>
        db.Revisions.Where(r => r.AccountId != accountId && db.Watches.Any(w =>
        w.AccountId == accountId && r.Id > w.SeenRevisionId
            && (w.EntryType == null || (w.EntryType == r.EntryType && w.EntryId == r.EntryId))));

    /// <summary>Takes all that is new now for seen.</summary>
    public Task MarkSeenAsync(Actor actor) => gate.WriteAsync(async db =>
    {
        var latest = await LatestAsync(db);
        await db.Watches.Where(w => w.AccountId == actor.AccountId)
            .ExecuteUpdateAsync(watch => watch.SetProperty(w => w.SeenRevisionId, latest));
    });

    private static IQueryable<Watch> Of(DirectoryDbContext db, Actor actor, EntryType? type, int? id) =>
        db.Watches.Where(w => w.AccountId == actor.AccountId && w.EntryType == type && w.EntryId == id);

    internal static async Task<long> LatestAsync(DirectoryDbContext db) => await db.Revisions.MaxAsync(r => (long?)r.Id) ?? 0;

    // Null where there is no such entry; without a key where everything is meant.
    private async Task<(EntryType? Type, int? Id)?> FindAsync(DirectoryDbContext db, EntryType? type, string? slug)
    {
        if (type is null)
            return (null, null);
        return await editings.Single(editing => editing.Type == type).FindAsync(db, slug ?? "") is { } id ? (type, id) : null;
    }
}
