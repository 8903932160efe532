using BpoDirectory.Catalog;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Departments;
using BpoDirectory.Search.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BpoDirectory.Tests.Data;

[Trait(TestServer.Database, TestServer.File)]
public sealed class StartTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Fact]
    public async Task Start_with_a_database_that_is_up_to_date_does_not_wait_for_the_model()
    {
        var file = new DirectoryFile(database.File);
        var contexts = new NoContexts();
        using var gate = new WriteGate(contexts, database.Get<DirectoryMetrics>(), NullLogger<WriteGate>.Instance);
        var reads = database.Get<PreparedReads>();

        await new SqliteDatabase(file, contexts).OpenAsync();
        Assert.False(await new CatalogLoader(reads, gate, TimeProvider.System).LoadIntoNewDatabaseAsync((_, _) => Task.CompletedTask));
        await SearchIndex.EnsureAsync(reads, gate);
        Assert.NotEmpty(new DepartmentGroups(reads).List());
    }

    // Making a context makes the model.
    private sealed class NoContexts : IDbContextFactory<DirectoryDbContext>
    {
        public DirectoryDbContext CreateDbContext() => throw new InvalidOperationException("The start asks for a context.");
    }
}
