using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>What editors do to a department as a whole. Each change is a revision of its own; a review is none.</summary>
public sealed class DepartmentChanges(
    EntryChanges changes, DepartmentKind kind, WriteGate gate, AccountRights rights, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Takes a department out of readers' sight; its address leads to the successor, where there is one.</summary>
    /// <returns>What came of it; null when there is no such department.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<SaveOutcome<DepartmentContent>?> ArchiveAsync(Actor actor, string slug, string successor, string? note = null) =>
        changes.ChangeAsync(kind, actor, slug, RevisionAction.Archived, note, content => (content.Archived, content.Successor) = (true, successor));

    /// <summary>Brings an archived department back.</summary>
    /// <returns>What came of it; null when there is no such department.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<SaveOutcome<DepartmentContent>?> RestoreAsync(Actor actor, string slug, string? note = null) =>
        changes.ChangeAsync(kind, actor, slug, RevisionAction.Restored, note, content => (content.Archived, content.Successor) = (false, ""));

    /// <summary>Confirms that everything said about a department is still correct.</summary>
    /// <returns>What the department is called; null when there is none in use with this slug.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<string?> ConfirmReviewAsync(Actor actor, string slug)
    {
        string? name = null;
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Editor);
            if (await db.Departments.SingleOrDefaultAsync(d => d.Slug == slug && !d.IsArchived) is not { } department)
                return;
            department.ConfirmReview(clock.GetUtcNow().UtcDateTime);
            audit.Add(db, AuditKind.Reviewed, $"{kind.Noun} {department.Name}", $"version {department.Version}", actor);
            name = department.Name;
        });
        return name;
    }
}
