using BpoDirectory.Benchmarks;
using BpoDirectory.Benchmarks.Generation;
using BpoDirectory.Search;

namespace BpoDirectory.Tests.Benchmarks;

public sealed class GeneratedDatabaseTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_generated_database_holds_as_many_departments_as_asked_for_and_finds_them()
    {
        await GeneratedDatabase.GenerateAsync(_database.File, count: 40, seed: 1);

        var search = _database.Get<DepartmentSearch>();
        var invented = await _database.SqlAsync("SELECT Name FROM Departments WHERE Id = (SELECT max(Id) FROM Departments)") as string;
        Assert.Equal(40, search.Search(new SearchRequest()).Total);
        Assert.Equal(invented, search.Search(new SearchRequest { Text = invented }).Items[0].Name);
        Assert.Equal("Finance and Accounting", search.Search(new SearchRequest { Text = "payroll" }).Items[0].Name);
    }

    [Fact]
    public async Task Every_invented_row_belongs_to_something()
    {
        await GeneratedDatabase.GenerateAsync(_database.File, count: 40, seed: 1);

        Assert.Null(await _database.SqlAsync("PRAGMA foreign_key_check"));
    }

    [Fact]
    public Task Fewer_departments_than_the_built_in_ones_are_refused() =>
        Assert.ThrowsAsync<UsageException>(() => GeneratedDatabase.GenerateAsync(_database.File, count: 20, seed: 1));
}
