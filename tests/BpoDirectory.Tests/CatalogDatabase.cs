using BpoDirectory.Catalog;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests;

/// <summary>A database with the built-in catalog, shared by the tests of a class that only read it.</summary>
public sealed class CatalogDatabase : IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    public IDbContextFactory<DirectoryDbContext> Contexts => _database.Contexts;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await new CatalogLoader(_database.Gate, TimeProvider.System).LoadIntoNewDatabaseAsync((_, _) => Task.CompletedTask);
    }

    public Task DisposeAsync() => _database.DisposeAsync();
}
