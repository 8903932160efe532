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

/// <summary>A real database of a test's own, brought up to date by the product's own code: a file, or on a server.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    public const string FileName = "directory.db";

    // Migrating takes longer than copying: it happens once, and every database starts as a copy.
    private static readonly Lazy<Task<DatabaseTemplate>> MigratedFile = new(() => Task.Run(() => MigrateAsync(isOnServer: false)));

    private static readonly Lazy<Task<DatabaseTemplate>> MigratedOnServer = new(() => Task.Run(() => MigrateAsync(isOnServer: true)));

    private readonly TestFolder _folder;
    private readonly bool _isOnServer;
    private readonly ServiceProvider _services;

    public TestDatabase() : this(new TestFolder(), TestServer.IsUsual)
    {
    }

    internal TestDatabase(TestFolder folder, bool isOnServer)
    {
        (_folder, _isOnServer) = (folder, isOnServer);
        _services = NewServices(new DatabaseSetting(File, isOnServer ? TestServer.ConnectionStringFor(folder.Path) : null));
    }

    private static ServiceProvider NewServices(DatabaseSetting setting) => new ServiceCollection()
        .AddDirectoryDatabase(setting)
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

    public string File => _folder.File(FileName);

    public IDbContextFactory<DirectoryDbContext> Contexts => Get<IDbContextFactory<DirectoryDbContext>>();

    public WriteGate Gate => Get<WriteGate>();

    /// <summary>A class of the product over this database.</summary>
    public T Get<T>() where T : notnull => ActivatorUtilities.GetServiceOrCreateInstance<T>(_services);

    /// <summary>Runs SQL past the model; the answer is the first value, if any, of whole numbers a long.</summary>
    public async Task<object?> SqlAsync(string sql)
    {
        await using var db = await Contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync() is var answer && answer is int number ? (long)number : answer;
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
        using var folder = new TestFolder();
        await new TestDatabase(folder, isOnServer: false).CloseAfterAsync(work);
        return await System.IO.File.ReadAllBytesAsync(folder.File(FileName));
    }

    public async Task InitializeAsync() => StartAs(await (_isOnServer ? MigratedOnServer : MigratedFile).Value);

    /// <summary>Leaves the database behind as <paramref name="work"/> leaves it, connected to by nobody.</summary>
    internal async Task CloseAfterAsync(Func<TestDatabase, Task> work)
    {
        await work(this);
        await _services.DisposeAsync();
        CloseConnections();
    }

    /// <summary>Lets another program work on the same database meanwhile.</summary>
    internal Task ByAnotherProgramAsync(Func<TestDatabase, Task> work) => new TestDatabase(_folder, _isOnServer).CloseAfterAsync(work);

    /// <summary>Starts as a copy of another database.</summary>
    internal void StartAs(DatabaseTemplate template) => template.CopyTo(_folder);

    private static Task<DatabaseTemplate> MigrateAsync(bool isOnServer) =>
        DatabaseTemplate.MakeAsync(isOnServer, database => database.Get<DirectoryDatabase>().OpenAsync());

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        CloseConnections();
        _folder.Dispose();
    }
}
