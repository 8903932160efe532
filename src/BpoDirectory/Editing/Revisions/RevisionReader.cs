using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing.Revisions;

/// <summary>A revision in a list.</summary>
/// <param name="Number">The version that the save made.</param>
/// <param name="SavedAt">In UTC.</param>
/// <param name="By">Who saved; empty for the program itself.</param>
/// <param name="Action">What the save did.</param>
/// <param name="Note">What changed and why, where the editor said so.</param>
public sealed record RevisionRow(int Number, DateTime SavedAt, string By, RevisionAction Action, string? Note);

/// <summary>Reads what was saved before.</summary>
public sealed class RevisionReader(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>
    /// A page of the revisions of an entry, latest first. An entry that nobody has changed in the program has one:
    /// as it was loaded.
    /// </summary>
    public async Task<IReadOnlyList<RevisionRow>> ListAsync<T>(EntryEditing<T> editing, int entryId, int page = 1, int pageSize = 50)
        where T : EntryContent, new()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = await RevisionsOf(db, editing.Type, entryId).OrderByDescending(r => r.Number)
            .Skip((int)Math.Min((page - 1L) * pageSize, int.MaxValue)).Take(pageSize)
            .Select(r => new RevisionRow(r.Number, r.SavedAt, r.By, r.Action, r.Note)).ToListAsync();
        return rows.Count == 0 && page == 1 && await editing.LoadAsync(db, entryId) is { } entry
            ? [new RevisionRow(entry.Version, entry.UpdatedAt, "", RevisionAction.Loaded, null)]
            : rows;
    }

    /// <summary>How many revisions an entry has; one at least, as it was loaded.</summary>
    public async Task<int> CountAsync<T>(EntryEditing<T> editing, int entryId) where T : EntryContent, new()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return Math.Max(1, await RevisionsOf(db, editing.Type, entryId).CountAsync());
    }

    /// <summary>The content that a revision keeps, or null when there is no such revision.</summary>
    public async Task<T?> FindAsync<T>(EntryEditing<T> editing, int entryId, int number) where T : EntryContent, new()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var snapshot = await RevisionsOf(db, editing.Type, entryId).Where(r => r.Number == number).Select(r => r.Snapshot)
            .SingleOrDefaultAsync();
        if (snapshot is not null)
            return ContentJson.Read<T>(snapshot);
        return await editing.LoadAsync(db, entryId) is { } entry && entry.Version == number ? editing.Read(entry) : null;
    }

    private static IQueryable<Revision> RevisionsOf(DirectoryDbContext db, EntryType type, int entryId) =>
        db.Revisions.Where(r => r.EntryType == type && r.EntryId == entryId);
}
