using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>Other entries that an entry has to do with, in one way.</summary>
/// <param name="Label">The way, in words for the editor, such as “Owned by”.</param>
/// <param name="Type">What kind of entries they are.</param>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first of them by name.</param>
public sealed record EntryUse(string Label, EntryType Type, int Count, IReadOnlyList<NamedLink> First);

/// <summary>Tells what hangs together with an entry, before it is taken out of sight.</summary>
public sealed class EntryUses(IEnumerable<EntryEditing> editings, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>Most entries named for one use.</summary>
    public const int Most = 12;

    /// <summary>The entries in use that the entry has to do with.</summary>
    public async Task<IReadOnlyList<EntryUse>> ListAsync(EntryEditing editing, int id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var uses = new List<EntryUse>();
        foreach (var (label, type, ids) in editing.Uses(db, id))
        {
            var rows = editings.Single(other => other.Type == type).Rows(db).Where(row => !row.IsArchived && ids.Contains(row.Id));
            if (await rows.CountAsync() is var count and > 0)
                uses.Add(new EntryUse(
                    label, type, count,
                    await rows.OrderBy(row => row.NameKey).Take(Most).Select(row => new NamedLink(row.Slug, row.Name)).ToListAsync()));
        }
        return uses;
    }
}
