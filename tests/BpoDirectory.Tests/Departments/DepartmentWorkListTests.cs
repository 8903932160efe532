using BpoDirectory.Departments;
using BpoDirectory.Tests.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Departments;

public sealed class DepartmentWorkListTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.Catalog.Gate.WriteAsync(async db =>
        {
            (await db.Departments.SingleAsync(d => d.Slug == "legal")).ConfirmReview(DateTime.UtcNow.AddDays(-200));
            (await db.Departments.SingleAsync(d => d.Slug == "sales")).ConfirmReview(DateTime.UtcNow.AddDays(-100));
            (await db.Departments.SingleAsync(d => d.Slug == "marketing")).Archive();
        });
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Only_reviews_older_than_the_interval_are_overdue() =>
        Assert.Equal(["legal"], await SlugsAsync(DepartmentState.Overdue));

    [Fact]
    public async Task Those_never_reviewed_leave_out_reviewed_and_archived_ones()
    {
        var slugs = await SlugsAsync(DepartmentState.NeverReviewed);

        Assert.Equal(18, slugs.Count);
        Assert.DoesNotContain("marketing", slugs);
    }

    [Fact]
    public async Task Archived_ones_are_shown_by_themselves() =>
        Assert.Equal(["marketing"], await SlugsAsync(DepartmentState.Archived));

    [Theory]
    [InlineData("HUMAN", 1)]
    [InlineData("%", 0)]
    [InlineData("_", 0)]
    public async Task Text_is_looked_for_as_it_is(string text, int count) =>
        Assert.Equal(count, await List.CountAsync(new DepartmentFilter(text, DepartmentState.InUse, DepartmentOrder.Name)));

    [Theory]
    [InlineData(DepartmentOrder.Name)]
    [InlineData(DepartmentOrder.LastReview)]
    [InlineData(DepartmentOrder.Office)]
    [InlineData(DepartmentOrder.Responsibilities)]
    public async Task Order_turned_round_begins_with_what_was_last(DepartmentOrder order)
    {
        var rows = await List.ListAsync(new DepartmentFilter("", DepartmentState.InUse, order), 0, 50);
        var reversed = await List.ListAsync(new DepartmentFilter("", DepartmentState.InUse, order, IsReversed: true), 0, 50);

        Assert.Equal(Key(rows[^1]), Key(reversed[0]));
        Assert.Equal(Key(rows[0]), Key(reversed[^1]));

        object? Key(DepartmentSummary row) => order switch
        {
            DepartmentOrder.LastReview => row.LastReview,
            DepartmentOrder.Office => row.Office,
            DepartmentOrder.Responsibilities => row.Responsibilities,
            _ => row.Name,
        };
    }

    [Fact]
    public async Task Those_of_one_office_are_listed_alone()
    {
        var rows = await List.ListAsync(new DepartmentFilter("", DepartmentState.InUse, DepartmentOrder.Name, Office: BpoDirectory.Data.Office.Front), 0, 50);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(BpoDirectory.Data.Office.Front, row.Office));
    }

    private async Task<List<string>> SlugsAsync(DepartmentState state) =>
        [.. (await List.ListAsync(new DepartmentFilter("", state, DepartmentOrder.Name), 0, 50)).Select(line => line.Slug)];

    private DepartmentWorkList List => new(
        _database.Get<IDbContextFactory<BpoDirectory.Data.DirectoryDbContext>>(), new ReviewInterval(TimeSpan.FromDays(180)), TimeProvider.System);
}
