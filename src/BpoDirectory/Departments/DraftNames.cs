using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>A draft as its author finds it again.</summary>
/// <param name="Slug">The department; null for a new one.</param>
/// <param name="Name">What the department is called.</param>
/// <param name="SavedAt">When the draft was kept, in UTC.</param>
public sealed record DepartmentDraft(string? Slug, string Name, DateTime SavedAt);

/// <summary>Finds the departments that somebody has begun to change.</summary>
public sealed class DraftNames(Drafts drafts, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>Drafts of departments that this person has not saved, latest first.</summary>
    public async Task<IReadOnlyList<DepartmentDraft>> ListAsync(Actor actor)
    {
        var own = (await drafts.ListAsync(actor)).Where(draft => draft.EntryType == EntryType.Department).ToList();
        var ids = own.Select(draft => draft.EntryId).ToList();
        await using var db = await contexts.CreateDbContextAsync();
        var names = await db.Departments.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => new NamedLink(d.Slug, d.Name));
        return [.. own
            .Where(draft => draft.EntryId == 0 || names.ContainsKey(draft.EntryId))
            .Select(draft => names.GetValueOrDefault(draft.EntryId) is { } link
                ? new DepartmentDraft(link.Slug, link.Name, draft.SavedAt)
                : new DepartmentDraft(null, "New department", draft.SavedAt))];
    }
}
