using System.Linq.Expressions;
using BpoDirectory.Data;

namespace BpoDirectory.Departments;

/// <summary>How long a review of a department counts, where the department says nothing else.</summary>
public sealed record ReviewInterval(TimeSpan Length)
{
    /// <summary>Reviews before this time, in UTC, are due again.</summary>
    internal DateTime DueBefore(TimeProvider clock) => clock.GetUtcNow().UtcDateTime - Length;

    /// <summary>Whether the review of a department is longer ago than it counts; one that was never reviewed is not.</summary>
    internal Expression<Func<Department, bool>> IsOverdue(TimeProvider clock)
    {
        var (now, due) = (clock.GetUtcNow().UtcDateTime, DueBefore(clock));
        return d => d.ReviewedAt != null
            && (d.ReviewIntervalDays == null ? d.ReviewedAt < due : d.ReviewedAt.Value.AddDays(d.ReviewIntervalDays.Value) < now);
    }
}
