using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Data;

/// <summary>What the write gate tells of a committed write.</summary>
public sealed class CatalogChangeTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Edited_department_is_named()
    {
        var change = await ChangeAsync(async db => (await LegalAsync(db)).Describe("A summary.", ""));

        Assert.True(change.IsAny);
        Assert.False(change.IsWide);
        Assert.Equal([await LegalIdAsync()], change.Departments);
    }

    [Fact]
    public async Task New_department_is_named_by_the_key_it_got()
    {
        var change = await ChangeAsync(db =>
        {
            var department = new Department("zeppelins", "Zeppelins", "Builds zeppelins.");
            department.SetOffice(Office.Back, OfficeBasis.Judged, "A reason.", Side.Provider);
            db.Add(department);
            return Task.CompletedTask;
        });

        Assert.Equal(
            (long)Assert.Single(change.Departments), await _database.SqlAsync("SELECT Id FROM Departments WHERE Slug = 'zeppelins'"));
    }

    [Fact]
    public async Task Department_is_named_for_a_change_to_any_of_its_parts()
    {
        var id = await LegalIdAsync();

        Assert.Equal(
            [id], (await ChangeAsync(async db => (await LegalAsync(db)).Aliases.Add(new DepartmentAlias("Law Firm", 9)))).Departments);
        Assert.Equal(
            [id], (await ChangeAsync(async db =>
                (await LegalAsync(db)).Responsibilities.Add(new Responsibility("Sues people", detail: null, 99)))).Departments);
        Assert.Equal(
            [id], (await ChangeAsync(async db =>
                db.Remove(await db.DepartmentAliases.SingleAsync(a => a.Name == "Law Firm")))).Departments);
        Assert.Equal(
            [id], (await ChangeAsync(async db => db.Remove(await db.FunctionOwners.FirstAsync(o => o.DepartmentId == id)))).Departments);
        Assert.Equal([id], (await ChangeAsync(async db => (await LegalAsync(db)).Rename("Law", "law"))).Departments);
    }

    [Fact]
    public async Task Every_department_of_a_write_is_named_also_of_what_it_saved_before()
    {
        var change = await ChangeAsync(async db =>
        {
            (await LegalAsync(db)).Archive();
            await db.SaveChangesAsync();
            (await db.Departments.SingleAsync(d => d.Slug == "sales")).Archive();
        });

        Assert.Equal(2, change.Departments.Count);
        Assert.False(change.IsWide);
    }

    [Fact]
    public async Task What_departments_share_changes_everything()
    {
        Assert.True((await ChangeAsync(async db => db.Remove(await db.SpellingVariants.FirstAsync()))).IsWide);
        Assert.True((await ChangeAsync(db => Task.FromResult(db.Add(new SynonymSet("A new set"))))).IsWide);
        Assert.True((await ChangeAsync(async db => db.Remove(await db.GuideArticles.FirstAsync()))).IsWide);
        Assert.True((await ChangeAsync(async db => db.Remove(await db.ServiceLines.FirstAsync()))).IsWide);
    }

    [Fact]
    public async Task Write_that_changes_nothing_says_so()
    {
        var change = await ChangeAsync(db => db.Departments.ToListAsync());

        Assert.False(change.IsAny);
    }

    [Fact]
    public async Task Settings_of_the_directory_are_shown_everywhere()
    {
        var change = await ChangeAsync(db =>
        {
            var settings = new DirectorySettings();
            settings.Save("{}", "Ada", DateTime.UtcNow);
            db.Add(settings);
            return Task.CompletedTask;
        });

        Assert.True(change.IsWide);
    }

    private static Task<Department> LegalAsync(DirectoryDbContext db) => db.Departments.SingleAsync(d => d.Slug == "legal");

    private async Task<int> LegalIdAsync() =>
        (int)(long)(await _database.SqlAsync("SELECT Id FROM Departments WHERE Slug IN ('legal', 'law')"))!;

    private async Task<CatalogChange> ChangeAsync(Func<DirectoryDbContext, Task> write)
    {
        var changes = new List<CatalogChange>();
        _database.Gate.Committed += changes.Add;
        await _database.Gate.WriteAsync(write);
        _database.Gate.Committed -= changes.Add;
        return Assert.Single(changes);
    }
}
