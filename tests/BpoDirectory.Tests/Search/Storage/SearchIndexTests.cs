using BpoDirectory.Data.Queries;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Tests.Search.Storage;

public sealed class SearchIndexTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Missing_index_is_made()
    {
        await _database.SqlAsync("DELETE FROM DepartmentIndex; DELETE FROM DepartmentIndexWords");
        await EnsureAsync();

        Assert.Equal("finance-and-accounting", _database.Ask("payroll").Items[0].Slug);
    }

    [Fact]
    public async Task Index_that_is_there_is_left_alone()
    {
        var revision = await RevisionAsync();
        await EnsureAsync();

        Assert.Equal(revision, await RevisionAsync());
    }

    [Fact]
    public async Task Words_keep_their_numbers_when_everything_is_indexed_anew()
    {
        const string words = "SELECT string_agg(Id || Word, ' ' ORDER BY Id) FROM DepartmentIndexWords";
        var before = await _database.SqlAsync(words);

        await _database.Gate.WriteAsync(db => SearchIndex.RebuildAsync(db, CancellationToken.None));

        Assert.Equal(before, await _database.SqlAsync(words));
    }

    private Task EnsureAsync() => SearchIndex.EnsureAsync(_database.Get<PreparedReads>(), _database.Gate);

    private Task<object?> RevisionAsync() => _database.SqlAsync("SELECT max(Revision) FROM DepartmentIndex");
}
