using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>Names for editors to choose from.</summary>
public sealed class EntryNames(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>Most names offered; beyond these one has to be typed.</summary>
    public const int Most = 500;

    /// <summary>Names of departments that are not archived.</summary>
    public async Task<IReadOnlyList<string>> DepartmentsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Departments.Where(d => !d.IsArchived).OrderBy(d => d.Name).Select(d => d.Name).Take(Most).ToListAsync();
    }

    /// <summary>Names of synonym sets that are not archived.</summary>
    public async Task<IReadOnlyList<string>> SynonymSetsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.SynonymSets.OrderBy(s => s.Name).Select(s => s.Name).Take(Most).ToListAsync();
    }
}
