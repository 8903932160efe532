using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Data;

public sealed class DirectoryDbContextTests : IAsyncLifetime
{
    private static readonly DateTime SavedAt = new(2026, 3, 1, 8, 30, 15, 123, DateTimeKind.Utc);

    private readonly TestDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Migrations_hold_every_change_of_the_model()
    {
        await using var db = await _database.Contexts.CreateDbContextAsync();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Trait(TestServer.Database, TestServer.File)]
    [Fact]
    public async Task Migrations_can_be_taken_back()
    {
        await using var db = await _database.Contexts.CreateDbContextAsync();

        await db.Database.MigrateAsync("0");

        Assert.Empty(await db.Database.GetAppliedMigrationsAsync());
        Assert.Equal(
            0L, await _database.SqlAsync("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name <> 'sqlite_sequence'"));
    }

    [Fact]
    public async Task Times_come_back_as_UTC_to_the_millisecond()
    {
        await AddLegalAsync();

        await using var db = await _database.Contexts.CreateDbContextAsync();
        var whole = await db.Departments.SingleAsync();
        var alone = await db.Departments.Select(d => d.UpdatedAt).SingleAsync();

        Assert.Equal((SavedAt, DateTimeKind.Utc), (whole.UpdatedAt, whole.UpdatedAt.Kind));
        Assert.Equal((SavedAt, DateTimeKind.Utc), (alone, alone.Kind));
    }

    [Fact]
    public async Task Office_basis_and_side_are_stored_as_words()
    {
        await AddLegalAsync();

        Assert.Equal(
            "Back/Judged/Provider", await _database.SqlAsync("SELECT Office || '/' || OfficeBasis || '/' || Side FROM Departments"));
    }

    [Fact]
    public async Task Department_is_found_by_its_slug_without_regard_to_case()
    {
        await AddLegalAsync();
        await using var db = await _database.Contexts.CreateDbContextAsync();

        Assert.NotNull(await db.Departments.SingleOrDefaultAsync(d => d.Slug == "LEGAL"));
    }

    [Fact]
    public async Task Second_of_two_concurrent_edits_is_refused()
    {
        await AddLegalAsync();
        await using var first = await _database.Contexts.CreateDbContextAsync();
        await using var second = await _database.Contexts.CreateDbContextAsync();
        var mine = await first.Departments.SingleAsync();
        var theirs = await second.Departments.SingleAsync();
        mine.Describe("My summary.", "");
        mine.Touch(SavedAt.AddMinutes(1));
        theirs.Describe("Their summary.", "");
        theirs.Touch(SavedAt.AddMinutes(2));

        await first.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        Assert.Equal("My summary./2", await _database.SqlAsync("SELECT Summary || '/' || Version FROM Departments"));
    }

    [Fact]
    public async Task Parent_is_kept_as_a_reference()
    {
        await AddLegalAsync();
        await _database.Gate.WriteAsync(async db =>
        {
            var contracts = new Department("contracts", "Contracts", "Handles contracts.");
            contracts.SetOffice(Office.Back, OfficeBasis.Judged, "A reason.", Side.Provider);
            contracts.MoveUnder(await db.Departments.SingleAsync());
            db.Add(contracts);
        });

        await using var db = await _database.Contexts.CreateDbContextAsync();
        var legal = await db.Departments.Include(d => d.Children).SingleAsync(d => d.Slug == "legal");
        Assert.Equal(["contracts"], legal.Children.Select(child => child.Slug));
    }

    private Task AddLegalAsync() => _database.Gate.WriteAsync(db =>
    {
        var department = new Department("legal", "Legal", "Handles legal matters.");
        department.SetOffice(Office.Back, OfficeBasis.Judged, "A reason.", Side.Provider);
        department.Touch(SavedAt);
        db.Add(department);
        return Task.CompletedTask;
    });
}
