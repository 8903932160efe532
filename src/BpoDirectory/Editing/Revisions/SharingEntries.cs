using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Editing.Revisions;

/// <summary>
/// What the save of many entries of one type changes of others: each of these gets one version and one revision, however many of the many
/// change it.
/// </summary>
/// <param name="shared">Reads entries as they were.</param>
/// <param name="type">The type of those that are saved.</param>
/// <param name="saved">Their keys, which have revisions of their own.</param>
internal sealed class SharingEntries(SharedChanges shared, EntryType type, HashSet<int> saved)
{
    private const int EntriesPerStep = 100;

    private readonly Dictionary<(EntryType Type, int Id), SharingEntry> _others = [];

    /// <summary>Notes the others that what is tracked and not saved yet has to do with.</summary>
    public async Task NoteAsync(DirectoryDbContext db)
    {
        var keys = SharedChanges.FindKeys(db).Where(key => !(key.Type == type && saved.Contains(key.Id)) && !_others.ContainsKey(key))
            .ToList();
        foreach (var other in await shared.ReadAsync(keys))
            _others[(other.Editing.Type, other.Id)] = other;
    }

    /// <summary>Gives those that are others now their next version.</summary>
    /// <returns>The departments among them.</returns>
    public async Task<IReadOnlyList<int>> RecordAsync(DirectoryDbContext db, Actor actor, string note, DateTime savedAt)
    {
        var departments = new List<int>();
        // What was new in this write was nobody's before, and has a revision of its own.
        foreach (var step in _others.Values.Where(other => other.Snapshot is not null).Chunk(EntriesPerStep))
        {
            departments.AddRange(await SharedChanges.RecordAsync(db, step, actor, note, savedAt));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
        return departments;
    }
}
