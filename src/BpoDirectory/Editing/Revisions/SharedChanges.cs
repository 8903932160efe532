using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace BpoDirectory.Editing.Revisions;

/// <summary>An entry of which the save of another one may change something.</summary>
/// <param name="Editing">How it is edited.</param>
/// <param name="Id">Its key.</param>
/// <param name="Version">Its version before the save.</param>
/// <param name="UpdatedAt">When that version was saved, in UTC.</param>
/// <param name="Snapshot">Its whole content then; null when it is as new as the save.</param>
public sealed record SharingEntry(EntryEditing Editing, int Id, int Version, DateTime UpdatedAt, string? Snapshot);

/// <summary>
/// What the save of one entry changes of others: who owns a function, delivers a service line or is near an outsourcing type is
/// said by the department and by the other entry. Each entry changed gets a version and a revision of its own, so that whoever is
/// editing it meets the change instead of overwriting it.
/// </summary>
public sealed class SharedChanges(IEnumerable<EntryEditing> editings, IDbContextFactory<DirectoryDbContext> contexts)
{
    private const string OwnerSources = "FunctionOwnerSource";
    private const string OwnerOfSource = "FunctionOwnerId";

    /// <summary>The other entries that what is tracked and not saved yet has to do with, as they are before it.</summary>
    public async Task<IReadOnlyList<SharingEntry>> FindAsync(DirectoryDbContext db, EntryType type, Entry saved)
    {
        var keys = FindKeys(db);
        keys.Remove((type, saved.Id));
        return await ReadAsync(keys);
    }

    /// <summary>The entries that what is tracked and not saved yet has to do with, among them those that are being saved.</summary>
    internal static HashSet<(EntryType Type, int Id)> FindKeys(DirectoryDbContext db)
    {
        db.ChangeTracker.DetectChanges();
        return [.. db.ChangeTracker.Entries().Where(IsChanged).SelectMany(row => KeysOf(db, row))];
    }

    /// <summary>Entries as they were before the write under way.</summary>
    internal async Task<IReadOnlyList<SharingEntry>> ReadAsync(IReadOnlyCollection<(EntryType Type, int Id)> keys)
    {
        if (keys.Count == 0)
            return [];
        await using var before = await contexts.CreateDbContextAsync();
        var sharing = new List<SharingEntry>();
        foreach (var kind in keys.ToLookup(key => key.Type, key => key.Id))
        {
            var editing = editings.Single(other => other.Type == kind.Key);
            var entries = (await editing.LoadAllAsync(before, [.. kind])).ToDictionary(entry => entry.Id);
            foreach (var id in kind)
                sharing.Add(entries.TryGetValue(id, out var entry)
                    ? new SharingEntry(editing, id, entry.Version, entry.UpdatedAt, editing.SnapshotOf(entry))
                    : new SharingEntry(editing, id, 0, default, null));
        }
        return sharing;
    }

    /// <summary>Gives those that are others now, after the save, their next version.</summary>
    /// <param name="db">The write.</param>
    /// <param name="sharing">What <see cref="FindAsync"/> found.</param>
    /// <param name="actor">Who saved.</param>
    /// <param name="note">With what they were changed.</param>
    /// <param name="savedAt">When, in UTC.</param>
    /// <returns>The departments among them.</returns>
    public static async Task<IReadOnlyList<int>> RecordAsync(
        DirectoryDbContext db, IReadOnlyList<SharingEntry> sharing, Actor actor, string note, DateTime savedAt)
    {
        var departments = new List<int>();
        foreach (var other in sharing)
        {
            var entry = (await other.Editing.LoadAsync(db, other.Id))!;
            var snapshot = other.Editing.SnapshotOf(entry);
            if (snapshot == other.Snapshot)
                continue;
            if (other.Snapshot is { } before)
                await RevisionWriter.KeepFirstAsync(db, other.Editing.Type, other.Id, other.Version, other.UpdatedAt, before);
            entry.Touch(savedAt);
            db.Revisions.Add(
                RevisionWriter.Create(other.Editing.Type, other.Id, entry.Version, savedAt, actor, RevisionAction.Edited, note, snapshot));
            if (other.Editing.Type == EntryType.Department)
                departments.Add(other.Id);
        }
        return departments;
    }

    private static bool IsChanged(EntityEntry row) => row.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private static IEnumerable<(EntryType Type, int Id)> KeysOf(DirectoryDbContext db, EntityEntry row) => row.Entity switch
    {
        FunctionOwner => Keys(row, EntryType.Function, nameof(FunctionOwner.BusinessFunctionId), nameof(FunctionOwner.DepartmentId)),
        ServiceLineDepartment =>
            Keys(row, EntryType.ServiceLine, nameof(ServiceLineDepartment.ServiceLineId), nameof(ServiceLineDepartment.DepartmentId)),
        OutsourcingTypeDepartment =>
            Keys(row, EntryType.OutsourcingType, nameof(OutsourcingTypeDepartment.OutsourcingTypeId),
                nameof(OutsourcingTypeDepartment.DepartmentId)),
        IDictionary<string, object> when row.Metadata.Name == OwnerSources && !row.Property(OwnerOfSource).IsTemporary =>
            db.ChangeTracker.Entries<FunctionOwner>()
            .Where(owner => owner.Entity.Id == (int)ValueOf(row, OwnerOfSource)!).SelectMany(owner => KeysOf(db, owner)),
        _ => [],
    };

    private static IEnumerable<(EntryType Type, int Id)> Keys(EntityEntry row, EntryType type, string id, string departmentId) =>
        new[] { (type, row.Property(id)), (EntryType.Department, row.Property(departmentId)) }
            .Where(key => !key.Item2.IsTemporary)
            .Select(key => (key.Item1, (int)ValueOf(row, key.Item2.Metadata.Name)!));

    // What is deleted has lost its present values.
    private static object? ValueOf(EntityEntry row, string property) =>
        row.State == EntityState.Deleted ? row.Property(property).OriginalValue : row.Property(property).CurrentValue;
}
