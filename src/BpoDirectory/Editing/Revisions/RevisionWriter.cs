using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing.Revisions;

/// <summary>Makes revisions.</summary>
internal static class RevisionWriter
{
    /// <summary>A revision of an entry as a save left it.</summary>
    /// <param name="type">The kind of the entry.</param>
    /// <param name="id">Its key.</param>
    /// <param name="version">The version that the save made.</param>
    /// <param name="savedAt">When, in UTC.</param>
    /// <param name="actor">Who saved; null for the program itself.</param>
    /// <param name="action">What the save did.</param>
    /// <param name="note">What changed and why.</param>
    /// <param name="snapshot">The whole content.</param>
    public static Revision Create(EntryType type, int id, int version, DateTime savedAt, Actor? actor, RevisionAction action, string? note,
        string snapshot) => new()
    {
        EntryType = type,
        EntryId = id,
        Number = version,
        SavedAt = savedAt,
        AccountId = actor?.AccountId,
        By = actor?.Name ?? "",
        Action = action,
        Note = note,
        Snapshot = snapshot,
    };

    /// <summary>
    /// Adds the revision of the version before the first change: what came with the built-in catalog, or by import, has none
    /// until somebody changes it.
    /// </summary>
    public static async Task KeepFirstAsync(DirectoryDbContext db, EntryType type, int id, int version, DateTime savedAt, string snapshot)
    {
        if (!await db.Revisions.AnyAsync(r => r.EntryType == type && r.EntryId == id))
            db.Revisions.Add(Create(type, id, version, savedAt, null, RevisionAction.Loaded, null, snapshot));
    }
}
