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
        var rows = await List.ListAsync(
            new DepartmentFilter("", DepartmentState.InUse, DepartmentOrder.Name, Office: BpoDirectory.Data.Office.Front), 0, 50);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(BpoDirectory.Data.Office.Front, row.Office));
    }

    [Fact]
    public async Task Department_has_its_own_interval_and_stands_on_the_list_of_its_keeper()
    {
        await _database.EditAsync("legal", content => (content.Keeper, content.ReviewIntervalDays) = ("ben", 30));
        await _database.EditAsync("sales", content => content.Keeper = "Ada");
        await _database.Catalog.SqlAsync($"UPDATE Departments SET ReviewedAt = '{DateTime.UtcNow.AddDays(-40):yyyy-MM-dd HH:mm:ss}' WHERE Slug IN ('legal', 'sales', 'logistics')");
        var list = new DepartmentWorkList(
            _database.Get<IDbContextFactory<BpoDirectory.Data.DirectoryDbContext>>(), new ReviewInterval(TimeSpan.FromDays(35)),
            TimeProvider.System);

        async Task<string> OverdueAsync(int? keeper) => string.Join(", ", (await list.ListAsync(
            new DepartmentFilter("", DepartmentState.Overdue, DepartmentOrder.Name, KeeperId: keeper), 0,
            50)).Where(row => row.IsOverdue).Select(row => row.Slug));

        Assert.Equal("legal, logistics, sales", await OverdueAsync(null));
        Assert.Equal("logistics, sales", await OverdueAsync(_database.Ada.AccountId));
        Assert.Equal("legal, logistics", await OverdueAsync(_database.Ben.AccountId));
        await _database.EditAsync("legal", content => content.ReviewIntervalDays = 50);
        Assert.Equal("logistics", await OverdueAsync(_database.Ben.AccountId));
    }

    [Theory]
    [InlineData("keeper", "nobody", null)]
    [InlineData("reviewIntervalDays", "", 0)]
    [InlineData("reviewIntervalDays", "", 3651)]
    public async Task Keeper_who_is_nobody_and_interval_out_of_bounds_are_refused(string field, string keeper, int? days)
    {
        var outcome = await _database.EditAsync("legal", content => (content.Keeper, content.ReviewIntervalDays) = (keeper, days));

        Assert.Equal(field, Assert.Single(outcome.Problems).Field);
    }

    private async Task<List<string>> SlugsAsync(DepartmentState state) =>
        [.. (await List.ListAsync(new DepartmentFilter("", state, DepartmentOrder.Name), 0, 50)).Select(line => line.Slug)];

    private DepartmentWorkList List => new(
        _database.Get<IDbContextFactory<BpoDirectory.Data.DirectoryDbContext>>(), new ReviewInterval(TimeSpan.FromDays(180)),
        TimeProvider.System);
}
