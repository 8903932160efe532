using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Editing;

public sealed class OwnerRanksTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Who_comes_next_follows_an_owner_who_left_though_its_own_row_says_the_rank_it_had()
    {
        var (before, after) = await ChangeAsync((ranks, db, owners) =>
        {
            ranks.Remove(owners[0]);
            db.Remove(owners[0]);
            ranks.Move(owners[1], owners[1].Rank);
        });

        Assert.Equal(before.Skip(1), after);
    }

    [Fact]
    public async Task Rank_that_one_row_asks_for_is_not_taken_back_by_another_that_asks_for_none()
    {
        var (before, after) = await ChangeAsync((ranks, _, owners) =>
        {
            ranks.Move(owners[1], 1);
            ranks.Move(owners[0], owners[0].Rank);
        });

        Assert.Equal([before[1], before[0], .. before.Skip(2)], after);
    }

    private async Task<(List<int> Before, List<int> After)> ChangeAsync(Action<OwnerRanks, DirectoryDbContext, List<FunctionOwner>> change)
    {
        var function = 0;
        List<int> before = [];
        await _database.Gate.WriteAsync(async db =>
        {
            function = await db.BusinessFunctions.Where(f => f.Owners.Count > 2).OrderBy(f => f.Id).Select(f => f.Id).FirstAsync();
            var owners = await db.FunctionOwners.Where(o => o.BusinessFunctionId == function).Include(o => o.BusinessFunction)
                .Include(o => o.Department)
                .OrderBy(o => o.Rank).ToListAsync();
            before = owners.ConvertAll(owner => owner.DepartmentId);
            var ranks = new OwnerRanks(db);
            await ranks.LoadAsync([function]);
            change(ranks, db, owners);
            await db.SaveChangesAsync();
            await ranks.SettleAsync(() => db.SaveChangesAsync());
        });
        await using var present = await _database.Contexts.CreateDbContextAsync();
        return (before,
            await present.FunctionOwners.Where(o => o.BusinessFunctionId == function).OrderBy(o => o.Rank).Select(o => o.DepartmentId)
                .ToListAsync());
    }
}
