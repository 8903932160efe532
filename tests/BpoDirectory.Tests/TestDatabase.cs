using BpoDirectory.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests;

/// <summary>A real database file of a test's own, brought up to date by the product's own code.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services;

    public TestDatabase() => _services = new ServiceCollection().AddDirectoryDatabase(File).BuildServiceProvider();

    public string File => _folder.File("directory.db");

    public IDbContextFactory<DirectoryDbContext> Contexts => _services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>();

    public WriteGate Gate => _services.GetRequiredService<WriteGate>();

    public async Task InitializeAsync() => await new DirectoryDatabase(Contexts).OpenAsync();

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        using (var connection = new SqliteConnection(DirectoryConnection.ConnectionString(File, SqliteOpenMode.ReadWriteCreate)))
            SqliteConnection.ClearPool(connection);
        _folder.Dispose();
    }
}
