using BpoDirectory.Catalog;
using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Storage;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests;

/// <summary>A database with the built-in catalog and its search index, shared by the tests of a class that only read it.</summary>
public sealed class CatalogDatabase : IAsyncLifetime
{
    // Loading takes longer than copying: it happens once, and every database of this kind starts as a copy.
    private static readonly Lazy<Task<DatabaseTemplate>> Loaded =
        new(() => Task.Run(() => DatabaseTemplate.MakeAsync(TestServer.IsUsual, async database =>
        {
            await database.InitializeAsync();
            await database.Get<CatalogLoader>().LoadIntoNewDatabaseAsync(SearchIndex.RebuildAsync);
        })));

    private readonly TestDatabase _database = new();

    /// <summary>Puts such a database into the data folder of a program that has not started yet.</summary>
    public static void CopyInto(TestFolder folder) => Loaded.Value.GetAwaiter().GetResult().CopyTo(folder);

    public string File => _database.File;

    public IDbContextFactory<DirectoryDbContext> Contexts => _database.Contexts;

    public WriteGate Gate => _database.Gate;

    public DepartmentSearch Search => Get<DepartmentSearch>();

    public T Get<T>() where T : notnull => _database.Get<T>();

    public SearchAnswer Ask(string? question) => Search.Search(new SearchRequest { Text = question, PageSize = SearchRequest.LargestPage });

    /// <summary>Asks for the less likely answers too.</summary>
    public SearchAnswer AskBroadly(string? question) =>
        Search.Search(new SearchRequest { Text = question, Breadth = SearchBreadth.All, PageSize = SearchRequest.LargestPage });

    public Task<object?> SqlAsync(string sql) => _database.SqlAsync(sql);

    /// <summary>Lets another program work on the same database meanwhile.</summary>
    internal Task ByAnotherProgramAsync(Func<TestDatabase, Task> work) => _database.ByAnotherProgramAsync(work);

    /// <summary>Changes one department as editors do: in the gate, as a new version, with its search index.</summary>
    public Task EditAsync(string slug, Action<Department> edit) => Gate.WriteAsync(async db =>
    {
        var department = await db.Departments.IncludingArchived().Include(d => d.Aliases).SingleAsync(d => d.Slug == slug);
        edit(department);
        department.Touch(DateTime.UtcNow);
        await db.SaveChangesAsync();
        await SearchIndex.UpdateAsync(db, [department.Id], CancellationToken.None);
    });

    public async Task InitializeAsync() => _database.StartAs(await Loaded.Value);

    public Task DisposeAsync() => _database.DisposeAsync();
}
