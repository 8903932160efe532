using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Data;

public sealed class CatalogVersionTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();
    private readonly List<CatalogChange> _changes = [];

    private CatalogVersion Version => _database.Get<CatalogVersion>();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Version.Changed += _changes.Add;
        _ = Version.Current;
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Write_of_this_program_is_another_version_at_once()
    {
        var before = Version.Current;

        await ArchiveAsync("legal");

        Assert.NotEqual(before, Version.Current);
        Assert.Single(Assert.Single(_changes, change => !change.IsWide).Departments);
    }

    [Fact]
    public async Task Version_stays_while_nothing_changes()
    {
        var before = Version.Current;
        await using var db = await _database.Contexts.CreateDbContextAsync();
        await db.Departments.ToListAsync();

        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.Equal(before, Version.Current));
        Assert.Empty(_changes);
    }

    [Fact]
    public async Task Write_that_readers_cannot_see_is_no_other_version()
    {
        var before = Version.Current;

        await _database.Gate.WriteAsync(_ => Task.CompletedTask);

        Assert.Equal(before, Version.Current);
        Assert.Empty(_changes);
    }

    [Fact]
    public async Task Failed_write_is_no_other_version()
    {
        var before = Version.Current;

        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.Gate.WriteAsync(async db =>
        {
            (await db.Departments.FirstAsync()).Archive();
            await db.SaveChangesAsync();
            throw new InvalidOperationException();
        }));

        Assert.Equal(before, Version.Current);
    }

    [Fact]
    public async Task Change_by_another_program_is_noticed_and_may_have_changed_everything()
    {
        var before = Version.Current;

        await RenameByAnotherProgramAsync();

        Assert.True(SpinWait.SpinUntil(() => Version.Current != before, TimeSpan.FromMinutes(2)));
        Assert.True(Assert.Single(_changes).IsWide);
    }

    [Fact]
    public async Task Change_by_another_program_is_noticed_even_if_nobody_looked_before_the_next_write()
    {
        await RenameByAnotherProgramAsync();

        await ArchiveAsync("sales");

        // A server tells of it, which takes its time; a file shows it.
        if (TestServer.IsUsual)
            Assert.True(SpinWait.SpinUntil(() => Version.Current > 0 && _changes.Any(change => change.IsWide), TimeSpan.FromMinutes(2)));
        Assert.Contains(_changes, change => change.IsWide);
    }

    [Fact]
    public async Task Listeners_are_told_before_the_version_changes()
    {
        var before = Version.Current;
        var seen = 0L;
        Version.Changed += _ => seen = Version.Current;

        await ArchiveAsync("legal");

        Assert.Equal(before, seen);
        Assert.NotEqual(before, Version.Current);
    }

    private Task ArchiveAsync(string slug) =>
        _database.Gate.WriteAsync(async db => (await db.Departments.SingleAsync(d => d.Slug == slug)).Archive());

    private Task RenameByAnotherProgramAsync() => _database.ByAnotherProgramAsync(other =>
        other.Gate.WriteAsync(async db => (await db.Departments.SingleAsync(d => d.Slug == "legal")).Rename("Law", "legal")));
}
