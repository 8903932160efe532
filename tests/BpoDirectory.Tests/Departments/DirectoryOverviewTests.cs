using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Tests.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Departments;

public sealed class DirectoryOverviewTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Reviews_are_counted_as_done_overdue_and_missing()
    {
        var before = await Overview.CountAsync();
        await _database.Catalog.Gate.WriteAsync(async db =>
        {
            (await db.Departments.SingleAsync(d => d.Slug == "legal")).ConfirmReview(DateTime.UtcNow.AddDays(-200));
            (await db.Departments.SingleAsync(d => d.Slug == "sales")).ConfirmReview(DateTime.UtcNow.AddDays(-100));
        });

        var figures = await Overview.CountAsync();

        Assert.Equal(
            (before.Departments, before.NeverReviewed - 2, 1, 1),
            (figures.Departments, figures.NeverReviewed, figures.Overdue, figures.Reviewed));
    }

    [Fact]
    public async Task Function_whose_owners_are_all_archived_has_none()
    {
        Assert.Empty(await Overview.FunctionsWithoutOwnerAsync(5));
        await _database.Catalog.Gate.WriteAsync(async db =>
        {
            var function = await db.BusinessFunctions.Include(f => f.Owners).ThenInclude(owner => owner.Department)
                .FirstAsync(f => f.Owners.Count == 1);
            function.Owners[0].Department!.Archive();
        });

        var found = await Overview.FunctionsWithoutOwnerAsync(500);

        Assert.NotEmpty(found);
        Assert.Equal(found.Count, (await Overview.CountAsync()).WithoutOwner);
    }

    [Fact]
    public async Task Searches_without_an_answer_are_counted_by_week_the_present_one_last()
    {
        await _database.Catalog.Gate.WriteAsync(db =>
        {
            var wording = new SearchWording { Key = "zebra", Text = "zebra" };
            wording.Counts.AddRange(
                [Searched(Monday, 2), Searched(Monday.AddDays(6), 3), Searched(Monday.AddDays(-1), 4), Searched(Monday.AddDays(-15), 5)]);
            db.Add(wording);
            return Task.CompletedTask;
        });

        var weeks = await OverviewAt(Monday.AddDays(6)).SearchesWithoutAnswerAsync(3);

        Assert.Equal([(Monday.AddDays(-14), 0), (Monday.AddDays(-7), 4), (Monday, 5)], weeks.Select(week => (week.Monday, week.Count)));
    }

    [Fact]
    public async Task Latest_changes_are_told_with_what_was_changed_and_by_whom()
    {
        await _database.Get<EntryLifecycle>().ArchiveAsync(_database.Departments, _database.Ada, "legal");

        var change = Assert.Single(await Overview.ChangesAsync(5));

        Assert.Equal(
            (EntryType.Department, "legal", "Legal", _database.Ada.Name, RevisionAction.Archived),
            (change.Type, change.Slug, change.Name, change.By, change.Action));
    }

    private static SearchCount Searched(DateOnly day, int unanswered) =>
        new() { WordingKey = "zebra", Day = day, Count = unanswered + 1, Unanswered = unanswered };

    private DirectoryOverview Overview => With(TimeProvider.System);

    private DirectoryOverview OverviewAt(DateOnly day) => With(new FixedClock(day));

    private DirectoryOverview With(TimeProvider clock) => new(
        _database.Get<IDbContextFactory<DirectoryDbContext>>(), _database.Get<RecentChanges>(), new ReviewInterval(TimeSpan.FromDays(180)),
        clock);

    private sealed class FixedClock(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
