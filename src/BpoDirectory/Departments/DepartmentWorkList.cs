using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>Which departments an editor looks at.</summary>
public enum DepartmentState
{
    InUse,
    Overdue,
    NeverReviewed,
    WithoutResponsibilities,
    Archived,
}

/// <summary>The order of an editor's list: from A to Z, latest changes, earliest reviews and most responsibilities first.</summary>
public enum DepartmentOrder
{
    Name,
    LastChange,
    LastReview,
    Office,
    Responsibilities,
}

/// <summary>What an editor looks for.</summary>
/// <param name="Text">A part of the name; empty for all.</param>
/// <param name="State">Which of them.</param>
/// <param name="Order">What they are ordered by.</param>
/// <param name="IsReversed">Whether that order is turned round.</param>
/// <param name="Office">Those of one office; null for all.</param>
/// <param name="KeeperId">Those that this account keeps right, and those that nobody does; null for all.</param>
public sealed record DepartmentFilter(
    string Text, DepartmentState State, DepartmentOrder Order, bool IsReversed = false, Office? Office = null, int? KeeperId = null);

/// <summary>A department as an editor sees it in a list; times are in UTC.</summary>
public sealed record DepartmentSummary(
    string Slug, string Name, Office Office, bool IsArchived, int Version, DateTime LastChange, DateTime? LastReview, int Responsibilities,
    bool IsOverdue);

/// <summary>Lists departments for those who maintain them.</summary>
public sealed class DepartmentWorkList(IDbContextFactory<DirectoryDbContext> contexts, ReviewInterval interval, TimeProvider clock)
{
    /// <summary>How many departments the filter lets through.</summary>
    public async Task<int> CountAsync(DepartmentFilter filter)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Matching(db, filter).CountAsync();
    }

    /// <summary>Some of them, in the filter's order.</summary>
    public async Task<IReadOnlyList<DepartmentSummary>> ListAsync(DepartmentFilter filter, int skip, int take)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var (now, due) = (clock.GetUtcNow().UtcDateTime, interval.DueBefore(clock));
        return await Ordered(Matching(db, filter), filter).Skip(skip).Take(take)
            .Select(d => new DepartmentSummary(
                d.Slug, d.Name, d.Office, d.IsArchived, d.Version, d.UpdatedAt, d.ReviewedAt, d.Responsibilities.Count,
                d.ReviewIntervalDays == null ? d.ReviewedAt < due : d.ReviewedAt!.Value.AddDays(d.ReviewIntervalDays.Value) < now))
            .ToListAsync();
    }

    /// <summary>The keys of all of them, in the filter's order.</summary>
    public async Task<IReadOnlyList<int>> ListIdsAsync(DepartmentFilter filter, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Ordered(Matching(db, filter), filter).Select(d => d.Id).ToListAsync(cancellation);
    }

    private IQueryable<Department> Matching(DirectoryDbContext db, DepartmentFilter filter)
    {
        var departments = filter.State == DepartmentState.Archived
            ? db.Departments.IncludingArchived().Where(d => d.IsArchived)
            : db.Departments;
        departments = filter.State switch
        {
            DepartmentState.Overdue => departments.Where(interval.IsOverdue(clock)),
            DepartmentState.NeverReviewed => departments.Where(d => d.ReviewedAt == null),
            DepartmentState.WithoutResponsibilities => departments.Where(d => d.Responsibilities.Count == 0),
            _ => departments,
        };
        if (filter.KeeperId is { } keeper)
            departments = departments.Where(d => d.KeeperId == null || d.KeeperId == keeper);
        if (filter.Office is { } office)
            departments = departments.Where(d => d.Office == office);
        var part = NameComparison.PartOf(filter.Text);
        return departments.Where(d => d.NameKey.Contains(part));
    }

    private static IOrderedQueryable<Department> Ordered(IQueryable<Department> departments, DepartmentFilter filter) => filter.Order switch
    {
        DepartmentOrder.LastChange => departments.OrderBy(d => d.UpdatedAt, isDescending: !filter.IsReversed).ThenBy(d => d.NameKey),
        // Databases differ in where they put what was never reviewed.
        DepartmentOrder.LastReview =>
            departments.OrderBy(d => d.ReviewedAt ?? DateTime.UnixEpoch, isDescending: filter.IsReversed).ThenBy(d => d.NameKey),
        DepartmentOrder.Office => departments.OrderBy(d => d.Office, isDescending: filter.IsReversed).ThenBy(d => d.NameKey),
        DepartmentOrder.Responsibilities =>
            departments.OrderBy(d => d.Responsibilities.Count, isDescending: !filter.IsReversed).ThenBy(d => d.NameKey),
        _ => departments.OrderBy(d => d.NameKey, isDescending: filter.IsReversed),
    };
}
