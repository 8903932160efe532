using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>Finds the entries that the audit trail speaks of: it names them by their kind and their name.</summary>
public sealed class AuditedEntries(IEnumerable<EntryEditing> editings, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>The entries that are called so now, by the subject of the audit entry.</summary>
    public async Task<IReadOnlyDictionary<string, (EntryType Type, string Slug)>> FindAsync(IReadOnlyCollection<string> subjects)
    {
        var found = new Dictionary<string, (EntryType, string)>();
        await using var db = await contexts.CreateDbContextAsync();
        foreach (var editing in editings)
        {
            var prefix = editing.Noun + " ";
            var names = subjects.Where(subject => subject.StartsWith(prefix, StringComparison.Ordinal))
                .Select(subject => subject[prefix.Length..]).Distinct().ToList();
            if (names.Count > 0)
                foreach (var row in await editing.Rows(db).Where(row => names.Contains(row.Name)).ToListAsync())
                    found.TryAdd(prefix + row.Name, (editing.Type, row.Slug));
        }
        return found;
    }
}
