using BpoDirectory.Accounts;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Data;
using BpoDirectory.Search.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Benchmarks.Durability;

/// <summary>A data folder with the built-in catalog and somebody who may edit it; looked at when no program has it open.</summary>
internal sealed class EditedDatabase : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private EditedDatabase()
    {
    }

    public TemporaryFolder Folder => _folder;

    /// <summary>The secret by which programs edit.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The departments that are edited.</summary>
    public IReadOnlyList<string> Slugs { get; private set; } = [];

    public static async Task<EditedDatabase> CreateAsync(int departments)
    {
        var database = new EditedDatabase();
        await using var services = await DirectoryServices.OpenAsync(database.Folder.Database);
        var account = new Account("bench", "Bench", AccountRole.Editor, DateTime.UtcNow) { NormalizedUserName = "BENCH" };
        await services.GetRequiredService<WriteGate>().WriteAsync(db => db.AddAsync(account).AsTask());
        database.Token = await services.GetRequiredService<ApiTokens>().CreateAsync(new Actor(account.Id, account.DisplayName), "Bench", 1);
        database.Slugs = database.Look(connection => connection.Read("SELECT Slug FROM Departments ORDER BY Id", row => row.GetString(0)))
            .Take(departments).ToList();
        return database;
    }

    /// <summary>
    /// What is wrong with the file by its own check, or with the search index compared to a new one; empty when nothing is.
    /// </summary>
    public async Task<string> FaultsAsync()
    {
        var said = Look(connection => string.Join("; ", connection.Read("PRAGMA integrity_check", row => row.GetString(0))));
        var outdated = await OutdatedAsync();
        return (said == "ok" ? "" : said) + (outdated == 0 ? "" : $"; {outdated} departments are not indexed as they are");
    }

    /// <summary>How often each version of each department stands in its history, with the note it was saved with.</summary>
    public ILookup<(string Slug, int Version), string?> Revisions() => Look(connection => connection.Read(
            "SELECT d.Slug, r.Number, r.Note FROM Revisions r JOIN Departments d ON d.Id = r.EntryId WHERE r.EntryType = 'Department'",
            row => (Key: (row.GetString(0), row.GetInt32(1)), Note: row.IsDBNull(2) ? null : row.GetString(2))))
        .ToLookup(revision => revision.Key, revision => revision.Note);

    /// <summary>The present versions.</summary>
    public Dictionary<string, (int Version, string Summary)> Departments() => Look(connection => connection.Read(
            "SELECT Slug, Version, Summary FROM Departments",
            row => (Slug: row.GetString(0), Version: row.GetInt32(1), Summary: row.GetString(2))))
        .ToDictionary(department => department.Slug, department => (department.Version, department.Summary));

    public void Dispose() => _folder.Dispose();

    private T Look<T>(Func<SqliteConnection, T> look)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        connection.Open();
        return look(connection);
    }

    // Builds the index again in a transaction that is rolled back.
    private async Task<int> OutdatedAsync()
    {
        await using var services = await DirectoryServices.OpenAsync(_folder.Database);
        await using var db = await services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var kept = Rows();
        await SearchIndex.RebuildAsync(db, CancellationToken.None);
        var rebuilt = Rows();
        await transaction.RollbackAsync();
        return rebuilt.Count(row => kept.GetValueOrDefault(row.Key) != row.Value) + kept.Keys.Except(rebuilt.Keys).Count();

        Dictionary<int, string> Rows() => connection
            .Read("SELECT DepartmentId, hex(Passages) FROM DepartmentIndex", row => (Id: row.GetInt32(0), Passages: row.GetString(1)))
            .ToDictionary(row => row.Id, row => row.Passages);
    }
}
