using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>What editors do to a department as a whole. Each change is a revision of its own; a review is none.</summary>
public sealed class DepartmentChanges(
    EntryEditor editor, DepartmentKind kind, Revisions revisions, WriteGate gate, AccountRights rights, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Takes a department out of readers' sight; its address leads to the successor, where there is one.</summary>
    /// <returns>What came of it; null when there is no such department.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<SaveOutcome<DepartmentContent>?> ArchiveAsync(Actor actor, string slug, string successor, string? note = null) =>
        ChangeAsync(actor, slug, RevisionAction.Archived, note, content => (content.Archived, content.Successor) = (true, successor));

    /// <summary>Brings an archived department back.</summary>
    /// <returns>What came of it; null when there is no such department.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<SaveOutcome<DepartmentContent>?> RestoreAsync(Actor actor, string slug, string? note = null) =>
        ChangeAsync(actor, slug, RevisionAction.Restored, note, content => (content.Archived, content.Successor) = (false, ""));

    /// <summary>Makes what a revision keeps the present department again.</summary>
    /// <returns>What came of it; null when there is no such department or revision.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SaveOutcome<DepartmentContent>?> GoBackAsync(Actor actor, string slug, int number)
    {
        if (await editor.OpenAsync(kind, slug) is not { } open || await revisions.FindAsync(kind, open.Id, number) is not { } earlier)
            return null;
        var save = new EntrySave<DepartmentContent>(open.Id, open.Version, earlier, $"As in version {number}") { Action = RevisionAction.RolledBack };
        return await editor.SaveAsync(kind, actor, save);
    }

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

    private async Task<SaveOutcome<DepartmentContent>?> ChangeAsync(
        Actor actor, string slug, RevisionAction action, string? note, Action<DepartmentContent> change)
    {
        if (await editor.OpenAsync(kind, slug) is not { } open)
            return null;
        change(open.Content);
        return await editor.SaveAsync(kind, actor, new EntrySave<DepartmentContent>(open.Id, open.Version, open.Content, note) { Action = action });
    }
}
