using System.Collections;
using System.Reflection;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Search.Storage;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>One of many entries that are saved together.</summary>
/// <param name="Id">The entry, or 0 for a new one.</param>
/// <param name="BaseVersion">The version that the content was made from; 0 for a new one.</param>
/// <param name="Content">What the entry is to be.</param>
/// <param name="Action">What its revision is called.</param>
/// <param name="Place">Where the content comes from, for messages: “row 5”.</param>
public sealed record BatchSave<T>(int Id, int BaseVersion, T Content, RevisionAction Action, string Place);

/// <summary>An entry that cannot be saved with the others.</summary>
/// <param name="Index">Its place among them.</param>
/// <param name="IsNewer">Whether somebody saved it since its content was made.</param>
/// <param name="Problems">What has to be fixed first.</param>
public sealed record BatchRefusal(int Index, bool IsNewer, IReadOnlyList<FieldProblem> Problems);

/// <summary>An entry that was saved with others.</summary>
/// <param name="Index">Its place among them.</param>
/// <param name="EntryId">Its key.</param>
/// <param name="Version">Its version now.</param>
public sealed record BatchSaved(int Index, int EntryId, int Version);

/// <summary>
/// Saves many entries of one kind by the same rules as <see cref="EntryStore"/>, and with what they ask of the directory asked for many
/// at once: one revision for each entry, and one for each other entry that the save changes. The audit entry is the caller's.
/// </summary>
public sealed class EntryBatch(AccountRights rights, ContentNames names, SharedChanges shared, TimeProvider clock)
{
    // Enough to ask seldom, and few enough to keep what is tracked small.
    private const int EntriesPerStep = 250;

    /// <summary>What prevents saving these now; empty when nothing does.</summary>
    public async Task<IReadOnlyList<BatchRefusal>> CheckAsync<T>(
        DirectoryDbContext db, EntryEditing<T> editing, IReadOnlyList<BatchSave<T>> saves)
        where T : EntryContent, new()
    {
        var ids = saves.Where(save => save.Id != 0).Select(save => save.Id).ToList();
        var versions = await editing.Rows(db).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Version);
        var checks = new List<ContentCheck<T>>(saves.Count);
        foreach (var step in saves.Chunk(EntriesPerStep))
        {
            var contents = await names.AtPresentAsync(db, editing, [.. step.Select(save => save.Content)]);
            checks.AddRange(step.Zip(contents, (save, content) => new ContentCheck<T>(save.Id, content, save.Place)));
        }
        await editing.Validator.CheckAllAsync(db, checks);
        return
        [
            .. saves.Index().Select(save => new BatchRefusal(
                    save.Index, save.Item.Id != 0 && versions.GetValueOrDefault(save.Item.Id) != save.Item.BaseVersion,
                    checks[save.Index].Problems.All))
                .Where(refusal => refusal.IsNewer || refusal.Problems.Count > 0),
        ];
    }

    /// <summary>Saves all of them within a write, which then has to be committed; they must have passed <see cref="CheckAsync"/>.</summary>
    /// <param name="db">The context of the write, which tracks nothing of the caller's.</param>
    /// <param name="editing">How the entries are edited.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="saves">The entries.</param>
    /// <param name="note">The note of their revisions.</param>
    /// <param name="progress">Gets how many are done.</param>
    /// <param name="cancellation">Ends the save; the write must then not be committed.</param>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="DirectoryRuleException">A rule of an entity is in the way.</exception>
    public async Task<IReadOnlyList<BatchSaved>> SaveAsync<T>(
        DirectoryDbContext db, EntryEditing<T> editing, Actor actor, IReadOnlyList<BatchSave<T>> saves, string note, Action<int> progress,
        CancellationToken cancellation) where T : EntryContent, new()
    {
        await rights.DemandAsync(db, actor, AccountRole.Editor, cancellation);
        await using var cache = await db.WidenCacheAsync(cancellation);
        using var rows = new AddedRows(db);
        var run = new Run<T>(
            db, rows, editing, actor, note, clock.GetUtcNow().UtcDateTime,
            new SharingEntries(shared, editing.Type, [.. saves.Select(save => save.Id)]));
        // Looking through everything that is tracked, wherever EF Core might need it, takes a sixth of the time.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var level in ByDepth(editing, saves))
            foreach (var step in level.OrderBy(save => save.Save.Id == 0).Chunk(EntriesPerStep))
            {
                cancellation.ThrowIfCancellationRequested();
                await run.SaveAsync(step, [.. await names.AtPresentAsync(db, editing, [.. step.Select(save => save.Save.Content)])]);
                progress(run.Saved.Count);
            }
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await run.EndAsync(cancellation);
        return run.Saved;
    }

    // What names new entries of the same kind is saved after them.
    private static IEnumerable<List<(int Index, BatchSave<T> Save)>> ByDepth<T>(EntryEditing<T> editing, IReadOnlyList<BatchSave<T>> saves)
        where T : EntryContent, new()
    {
        var waiting = saves.Select((save, index) => (Index: index, Save: save)).ToList();
        var fields = ContentJson.PropertiesOf<T>(
            editing.Fields.Where(field => field.RefersTo == editing.Type && field.Shape == FieldShape.Value));
        var named = new Dictionary<int, List<string>>();
        foreach (var (index, save) in fields.Count == 0 ? [] : waiting)
            if (fields.Select(field => (string)field.GetValue(save.Content)!).Where(slug => slug.Length > 0).ToList()
                is { Count: > 0 } slugs)
                named[index] = slugs;
        while (waiting.Count > 0)
        {
            var added = waiting.Where(save => save.Save.Id == 0).Select(save => save.Save.Content.Slug)
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            var ready = waiting.FindAll(save => !named.TryGetValue(save.Index, out var slugs) || !slugs.Exists(added.Contains));
            if (ready.Count == 0)
                throw new DirectoryRuleException("Some new entries name each other in a circle: nothing was saved.");
            yield return ready;
            var done = ready.Select(save => save.Index).ToHashSet();
            waiting.RemoveAll(save => done.Contains(save.Index));
        }
    }

    private sealed class Run<T>(
        DirectoryDbContext db, AddedRows rows, EntryEditing<T> editing, Actor actor, string note, DateTime savedAt, SharingEntries sharing)
        where T : EntryContent, new()
    {
        private readonly OwnerRanks _ranks = new(db);
        private readonly List<(int Id, int Version, RevisionAction Action)> _withoutRevision = [];
        private readonly HashSet<int> _departments = [];
        private readonly IReadOnlyList<PropertyInfo> _sharedFields =
            ContentJson.PropertiesOf<T>(editing.Fields.Where(field => field is { RefersTo: not null, Shape: FieldShape.Items }));

        public List<BatchSaved> Saved { get; } = [];

        public async Task SaveAsync(IReadOnlyList<(int Index, BatchSave<T> Save)> step, IReadOnlyList<T> contents)
        {
            var ids = step.Where(save => save.Save.Id != 0).Select(save => save.Save.Id).ToList();
            var present = ids.Count == 0 ? [] : (await editing.LoadAllAsync(db, ids)).ToDictionary(entry => entry.Id);
            foreach (var (_, save) in step)
                if (save.Id != 0 && present.GetValueOrDefault(save.Id)?.Version != save.BaseVersion)
                    throw new DirectoryRuleException($"Somebody changed what {save.Place} is about meanwhile: nothing was saved. Compare again.");
            _departments.UnionWith(await editing.DepartmentsAsync(db, ids));
            var before = await KeepFirstAsync(present);
            var entries =
                await editing.ApplyAllAsync(
                    db, [.. step.Zip(contents, (save, content) => (present.GetValueOrDefault(save.Save.Id), content))], _ranks);
            // New links are known at both ends only then.
            if (present.Count > 0)
                db.ChangeTracker.DetectChanges();
            // What is as it was makes no version.
            var changed = step.Zip(entries).Where(save => !before.TryGetValue(save.Second.Id, out var old)
                || _ranks.HasMoved(save.Second.Id) || ContentJson.Write(old) != editing.SnapshotOf(save.Second)).ToList();
            foreach (var (_, entry) in changed)
                entry.Touch(savedAt);
            await sharing.NoteAsync(db);
            // What an entry that was there before gives up, such as another name, has to be gone before it is given again.
            if (present.Count == 0)
                rows.Insert();
            await db.SaveChangesAsync();
            _ranks.NoteKeys();
            foreach (var ((index, save), entry) in changed)
            {
                Saved.Add(new BatchSaved(index, entry.Id, entry.Version));
                var content = editing.Read(entry);
                // What others have a part in may change again with what is saved later: its revision is made at the end.
                if (Shares(content) || (before.TryGetValue(entry.Id, out var old) && Shares(old)))
                    _withoutRevision.Add((entry.Id, entry.Version, save.Action));
                else
                    AddRevision(entry.Id, entry.Version, save.Action, ContentJson.Write(content));
            }
            rows.Insert();
            _departments.UnionWith(await editing.DepartmentsAsync(db, [.. entries.Select(entry => entry.Id)]));
            db.ChangeTracker.Clear();
        }

        public async Task EndAsync(CancellationToken cancellation)
        {
            await _ranks.SettleAsync(async () =>
            {
                cancellation.ThrowIfCancellationRequested();
                await sharing.NoteAsync(db);
                await db.SaveChangesAsync(cancellation);
                db.ChangeTracker.Clear();
            });
            foreach (var step in _withoutRevision.Chunk(EntriesPerStep))
            {
                cancellation.ThrowIfCancellationRequested();
                var entries = (await editing.LoadAllAsync(db, [.. step.Select(saved => saved.Id)])).ToDictionary(entry => entry.Id);
                foreach (var (id, version, action) in step)
                    AddRevision(id, version, action, editing.SnapshotOf(entries[id]));
                rows.Insert();
                db.ChangeTracker.Clear();
            }
            _departments.UnionWith(await sharing.RecordAsync(db, actor, note, savedAt));
            await SearchIndex.UpdateAsync(db, _departments, cancellation);
        }

        private bool Shares(T content) => _sharedFields.Any(field => field.GetValue(content) is ICollection { Count: > 0 });

        private void AddRevision(int id, int version, RevisionAction action, string snapshot) =>
            db.Revisions.Add(RevisionWriter.Create(editing.Type, id, version, savedAt, actor, action, note, snapshot));

        // The contents as they were, and revisions of those that have none yet.
        private async Task<Dictionary<int, T>> KeepFirstAsync(Dictionary<int, Entry> present)
        {
            if (present.Count == 0)
                return [];
            var known = (await db.Revisions.Where(r => r.EntryType == editing.Type && present.Keys.Contains(r.EntryId))
                .Select(r => r.EntryId).Distinct().ToListAsync()).ToHashSet();
            var contents = new Dictionary<int, T>();
            foreach (var (id, entry) in present)
            {
                var content = contents[id] = editing.Read(entry);
                if (!known.Contains(id))
                    db.Revisions.Add(RevisionWriter.Create(
                        editing.Type, id, entry.Version, entry.UpdatedAt, null, RevisionAction.Loaded, null, ContentJson.Write(content)));
            }
            return contents;
        }
    }
}
