using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing.Revisions;

/// <summary>A save of an entry.</summary>
/// <param name="Type">What kind of entry it was.</param>
/// <param name="Slug">The entry.</param>
/// <param name="Name">What it is called now.</param>
/// <param name="By">Who saved.</param>
/// <param name="Action">What the save did.</param>
/// <param name="Version">The version that it made.</param>
/// <param name="SavedAt">In UTC.</param>
/// <param name="IsArchived">Whether the entry is archived now.</param>
public sealed record RecentChange(
    EntryType Type, string Slug, string Name, string By, RevisionAction Action, int Version, DateTime SavedAt, bool IsArchived);

/// <summary>Lists saves with what their entries are called now.</summary>
public sealed class RecentChanges(IEnumerable<EntryEditing> editings)
{
    /// <summary>
    /// The latest of some revisions, latest first; not what the program itself loaded, nor what was saved in another directory.
    /// </summary>
    public async Task<IReadOnlyList<RecentChange>> ListAsync(DirectoryDbContext db, IQueryable<Revision> revisions, int most)
    {
        var saves = await revisions.Where(r => r.Action != RevisionAction.Loaded && !r.IsTakenOver).OrderByDescending(r => r.Id).Take(most)
            .Select(r => new { r.EntryType, r.EntryId, r.By, r.Action, r.Number, r.SavedAt }).ToListAsync();
        var entries = new Dictionary<(EntryType, int), EntryRow>();
        foreach (var editing in editings)
        {
            var ids = saves.Where(save => save.EntryType == editing.Type).Select(save => save.EntryId).Distinct().ToList();
            if (ids.Count > 0)
                foreach (var row in await editing.Rows(db).Where(row => ids.Contains(row.Id)).ToListAsync())
                    entries[(editing.Type, row.Id)] = row;
        }
        return
        [
            .. saves.Where(save => entries.ContainsKey((save.EntryType, save.EntryId)))
                .Select(save => (Save: save, Entry: entries[(save.EntryType, save.EntryId)]))
                .Select(one => new RecentChange(
                    one.Save.EntryType, one.Entry.Slug, one.Entry.Name, one.Save.By, one.Save.Action, one.Save.Number, one.Save.SavedAt,
                    one.Entry.IsArchived)),
        ];
    }
}
