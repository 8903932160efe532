using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>Keeps track of when departments were last found to be correct, which is no change of them.</summary>
public sealed class DepartmentReviews(DepartmentEditing editing, WriteGate gate, AccountRights rights, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Confirms that everything said about a department is still correct.</summary>
    /// <returns>What the department is called; null when there is none in use with this slug.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<string?> ConfirmAsync(Actor actor, string slug)
    {
        string? name = null;
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Editor);
            if (await db.Departments.SingleOrDefaultAsync(d => d.Slug == slug) is not { } department)
                return;
            department.ConfirmReview(clock.GetUtcNow().UtcDateTime);
            audit.Add(db, AuditKind.Reviewed, $"{editing.Noun} {department.Name}", $"version {department.Version}", actor);
            name = department.Name;
        });
        return name;
    }
}
