using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>A review that was confirmed.</summary>
/// <param name="Id">The department.</param>
/// <param name="At">When it was, in UTC.</param>
/// <param name="Before">When the one before was, in UTC; null when there was none.</param>
public sealed record ConfirmedReview(int Id, DateTime At, DateTime? Before);

/// <summary>Keeps track of when departments were last found to be correct, which is no change of them.</summary>
public sealed class DepartmentReviews(DepartmentEditing editing, WriteGate gate, AccountRights rights, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Confirms that everything said about a department is still correct.</summary>
    /// <returns>What was confirmed; null when there is no department in use with this slug.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<ConfirmedReview?> ConfirmAsync(Actor actor, string slug)
    {
        ConfirmedReview? review = null;
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Editor);
            if (await db.Departments.SingleOrDefaultAsync(d => d.Slug == slug) is not { } department)
                return;
            review = new ConfirmedReview(department.Id, clock.GetStoredNow(), department.ReviewedAt);
            department.ConfirmReview(review.At);
            audit.Add(db, AuditKind.Reviewed, $"{editing.Noun} {department.Name}", $"version {department.Version}", actor);
        });
        return review;
    }

    /// <summary>Withdraws a review, unless the department was reviewed again since: what counts then is the one before.</summary>
    /// <returns>Whether it was the latest one.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<bool> WithdrawAsync(Actor actor, ConfirmedReview review)
    {
        var isLatest = false;
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Editor);
            if (await db.Departments.SingleOrDefaultAsync(d => d.Id == review.Id && d.ReviewedAt == review.At) is not { } department)
                return;
            department.WithdrawReview(review.Before);
            audit.Add(db, AuditKind.ReviewWithdrawn, $"{editing.Noun} {department.Name}", $"version {department.Version}", actor);
            isLatest = true;
        });
        return isLatest;
    }
}
