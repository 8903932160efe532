using BpoDirectory.Accounts;
using BpoDirectory.Catalog;
using BpoDirectory.Clients;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Guide;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.Partners;
using BpoDirectory.People;
using BpoDirectory.Search;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Storage;
using BpoDirectory.ServiceLines;
using BpoDirectory.Settings;
using BpoDirectory.Sites;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests;

/// <summary>A real database file of a test's own, brought up to date by the product's own code.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    // Migrating takes longer than copying: it happens once, and every database starts as a copy.
    private static readonly Lazy<Task<byte[]>> Migrated =
        new(() => Task.Run(() => FileAfterAsync(database => database.Get<DirectoryDatabase>().OpenAsync())));

    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services;

    public TestDatabase() => _services = new ServiceCollection()
        .AddDirectoryDatabase(File)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<CatalogLoader>()
        .AddSingleton<SettingsStore>().AddSingleton<AccountRights>().AddSingleton<AuditTrail>().AddEditing()
        .AddEntryEditing<DepartmentEditing>().AddEntryEditing<BusinessFunctionEditing>()
        .AddEntryEditing<ServiceLineEditing>().AddEntryEditing<SiteEditing>()
        .AddEntryEditing<ClientEditing>().AddEntryEditing<PartnerEditing>().AddEntryEditing<PersonEditing>()
        .AddEntryEditing<OutsourcingTypeEditing>().AddEntryEditing<GuideArticleEditing>()
        .AddSingleton<DepartmentNames>().AddSingleton<SearchDatabase>().AddSingleton<SearchState>()
        .AddSingleton<FormerChoices>().AddSingleton<DepartmentSearch>().AddSingleton<SearchCounter>().AddSingleton<SearchOutcomes>()
        .AddLogging().AddMeaning()
        .BuildServiceProvider();

    public string File => _folder.File("directory.db");

    public IDbContextFactory<DirectoryDbContext> Contexts => Get<IDbContextFactory<DirectoryDbContext>>();

    public WriteGate Gate => Get<WriteGate>();

    /// <summary>A class of the product over this database.</summary>
    public T Get<T>() where T : notnull => ActivatorUtilities.GetServiceOrCreateInstance<T>(_services);

    /// <summary>Runs SQL against the file, past the model; the answer is the first value, if any.</summary>
    public async Task<object?> SqlAsync(string sql)
    {
        await using var db = await Contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Closes every connection; the last one moves the write-ahead log into the file.</summary>
    public void CloseConnections()
    {
        using var connection = new SqliteConnection(DirectoryConnection.ConnectionString(File, SqliteOpenMode.ReadWriteCreate));
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>The bytes of a new database's file after <paramref name="work"/>.</summary>
    public static async Task<byte[]> FileAfterAsync(Func<TestDatabase, Task> work)
    {
        var database = new TestDatabase();
        await work(database);
        await database._services.DisposeAsync();
        database.CloseConnections();
        var bytes = await System.IO.File.ReadAllBytesAsync(database.File);
        await database.DisposeAsync();
        return bytes;
    }

    public async Task InitializeAsync() => await StartWithAsync(await Migrated.Value);

    /// <summary>Starts from the bytes of another database's file.</summary>
    public Task StartWithAsync(byte[] file) => System.IO.File.WriteAllBytesAsync(File, file);

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        CloseConnections();
        _folder.Dispose();
    }
}
