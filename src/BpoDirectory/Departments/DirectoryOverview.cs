using BpoDirectory.Data;
using BpoDirectory.Editing.Revisions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>How complete the directory is.</summary>
/// <param name="Departments">Departments in use.</param>
/// <param name="Functions">Functions in use.</param>
/// <param name="Overdue">Departments whose review is longer ago than a review counts.</param>
/// <param name="NeverReviewed">Departments that nobody has reviewed.</param>
/// <param name="WithoutResponsibilities">Departments of which nothing is said that they do.</param>
/// <param name="WithoutFunctions">Departments that own no function.</param>
/// <param name="WithoutSources">Departments that no source names.</param>
/// <param name="WithoutOwner">Functions that no department in use owns.</param>
public sealed record OverviewFigures(
    int Departments, int Functions, int Overdue, int NeverReviewed, int WithoutResponsibilities, int WithoutFunctions, int WithoutSources,
    int WithoutOwner)
{
    /// <summary>Departments whose review counts.</summary>
    public int Reviewed => Departments - Overdue - NeverReviewed;
}

/// <summary>Searches that found nothing when they were made.</summary>
/// <param name="Monday">The first day of the week, in UTC.</param>
/// <param name="Count">How many there were.</param>
public sealed record SearchWeek(DateOnly Monday, int Count);

/// <summary>What the directory lacks, and what was done in it lately, for those who maintain it.</summary>
public sealed class DirectoryOverview(
    IDbContextFactory<DirectoryDbContext> contexts, RecentChanges changes, ReviewInterval interval, TimeProvider clock)
{
    private const int DaysOfWeek = 7;

    /// <summary>Counts what is there and what is missing.</summary>
    public async Task<OverviewFigures> CountAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return new OverviewFigures(
            await db.Departments.CountAsync(),
            await db.BusinessFunctions.CountAsync(),
            await db.Departments.CountAsync(interval.IsOverdue(clock)),
            await db.Departments.CountAsync(d => d.ReviewedAt == null),
            await db.Departments.CountAsync(d => d.Responsibilities.Count == 0),
            await db.Departments.CountAsync(d => d.Functions.Count == 0),
            await db.Departments.CountAsync(d => d.Sources.Count == 0),
            await WithoutOwner(db).CountAsync());
    }

    /// <summary>Functions that no department in use owns, by name.</summary>
    public async Task<IReadOnlyList<NamedLink>> FunctionsWithoutOwnerAsync(int most)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await WithoutOwner(db).OrderBy(f => f.NameKey).Take(most).Select(f => new NamedLink(f.Slug, f.Name)).ToListAsync();
    }

    /// <summary>How many searches found nothing, week by week, the present week last.</summary>
    public async Task<IReadOnlyList<SearchWeek>> SearchesWithoutAnswerAsync(int weeks)
    {
        var last = MondayOf(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var first = last.AddDays(-DaysOfWeek * (weeks - 1));
        await using var db = await contexts.CreateDbContextAsync();
        var days = await db.SearchCounts.Where(c => c.Day >= first)
            .GroupBy(c => c.Day).Select(day => new { Day = day.Key, Count = day.Sum(c => c.Unanswered) }).ToListAsync();
        return [.. Enumerable.Range(0, weeks).Select(week => first.AddDays(DaysOfWeek * week))
            .Select(monday => new SearchWeek(monday, days.Where(day => MondayOf(day.Day) == monday).Sum(day => day.Count)))];
    }

    /// <summary>The latest saves of entries that are still there, latest first.</summary>
    public async Task<IReadOnlyList<RecentChange>> ChangesAsync(int most)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await changes.ListAsync(db, db.Revisions, most);
    }

    private static IQueryable<BusinessFunction> WithoutOwner(DirectoryDbContext db) =>
        db.BusinessFunctions.Where(f => !f.Owners.Any(owner => !owner.Department!.IsArchived));

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek);
}
