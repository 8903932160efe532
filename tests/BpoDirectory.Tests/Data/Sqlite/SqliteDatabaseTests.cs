using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BpoDirectory.Tests.Data.Sqlite;

[Trait(TestServer.Database, TestServer.File)]
public sealed class SqliteDatabaseTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task New_file_is_created_with_every_migration()
    {
        Assert.False(File.Exists(_database.File));

        await OpenAsync();

        Assert.True(File.Exists(_database.File));
        Assert.Empty(await PendingMigrationsAsync());
    }

    [Fact]
    public async Task Empty_file_counts_as_a_new_one()
    {
        await File.WriteAllBytesAsync(_database.File, []);

        await OpenAsync();

        Assert.Empty(await PendingMigrationsAsync());
    }

    [Fact]
    public async Task Existing_database_keeps_its_content()
    {
        await OpenAsync();
        await _database.SqlAsync("INSERT INTO Sources (Code, Slug, Title, Description) VALUES ('S9', 's9', 'A source', '')");
        _database.CloseConnections();

        await OpenAsync();

        Assert.Equal("A source", await _database.SqlAsync("SELECT Title FROM Sources"));
    }

    [Fact]
    public async Task Database_made_before_the_first_release_is_refused_untouched()
    {
        await _database.SqlAsync(
            """
            CREATE TABLE __EFMigrationsHistory (MigrationId TEXT NOT NULL PRIMARY KEY, ProductVersion TEXT NOT NULL);
            INSERT INTO __EFMigrationsHistory VALUES ('20261121214528_Initial', '10.0.0'), ('20261126180205_DraftsByForm', '10.0.0');
            CREATE TABLE Departments (Id INTEGER PRIMARY KEY);
            """);
        _database.CloseConnections();

        var message = await RefusalAsync();

        Assert.Contains("before the first release", message, StringComparison.Ordinal);
        Assert.Contains("20261126180205_DraftsByForm", message, StringComparison.Ordinal);
        Assert.Contains("Data__Directory", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Migration_that_was_cut_off_is_taken_up_again(bool hasHistory)
    {
        if (hasHistory)
            await using (var db = await _database.Contexts.CreateDbContextAsync())
                await db.GetService<IHistoryRepository>().CreateAsync();
        await _database.SqlAsync("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)");
        await _database.SqlAsync("INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-21 09:00:00')");

        // Waiting for the lock blocks the thread.
        await Task.Run(OpenAsync).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(await PendingMigrationsAsync());
    }

    [Fact]
    public async Task Database_of_a_newer_version_is_refused_untouched()
    {
        await OpenAsync();
        await _database.SqlAsync("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Future', '99.0.0')");
        _database.CloseConnections();

        var message = await RefusalAsync();

        Assert.Contains("newer version of BpoDirectory", message, StringComparison.Ordinal);
        Assert.Contains("99990101000000_Future", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_of_another_program_is_refused_untouched()
    {
        await using (var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE Recipes (Id INTEGER PRIMARY KEY, Title TEXT); INSERT INTO Recipes (Title) VALUES ('Bread')";
            await command.ExecuteNonQueryAsync();
        }

        var message = await RefusalAsync();

        Assert.Contains("of another program", message, StringComparison.Ordinal);
        Assert.Contains("Data__Directory", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    public async Task File_that_is_no_database_is_refused_untouched(int length)
    {
        var garbage = new byte[length];
        new Random(7).NextBytes(garbage);
        await File.WriteAllBytesAsync(_database.File, garbage);

        var message = await RefusalAsync();

        Assert.Contains("is not a database", message, StringComparison.Ordinal);
        Assert.Contains("Move it away", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_file_is_refused_untouched()
    {
        await File.WriteAllTextAsync(_database.File, "Department,Office\nLegal,back\n");

        Assert.Contains("is not a database", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task Truncated_database_is_refused_untouched(double kept)
    {
        await OpenAsync();
        _database.CloseConnections();
        var bytes = await File.ReadAllBytesAsync(_database.File);
        await File.WriteAllBytesAsync(_database.File, bytes[..(int)(bytes.Length * kept)]);

        var message = await RefusalAsync();

        Assert.Contains("is damaged", message, StringComparison.Ordinal);
        Assert.Contains("backup", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_with_an_overwritten_page_is_refused_untouched()
    {
        await OpenAsync();
        _database.CloseConnections();
        var bytes = await File.ReadAllBytesAsync(_database.File);
        Array.Fill(bytes, (byte)0xA5, 4096 * 3, 4096);
        await File.WriteAllBytesAsync(_database.File, bytes);

        Assert.Contains("is damaged", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(_database.File);

        var error = await Assert.ThrowsAsync<DatabaseUnusableException>(OpenAsync);

        AssertOneLineNaming(_database.File, error.Message);
        Assert.Contains("cannot be opened", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_folder_is_named()
    {
        var file = _database.File + "/missing/directory.db";
        var options = new DbContextOptionsBuilder<DirectoryDbContext>();
        DirectoryConnection.Configure(options, file);

        var error = await Assert.ThrowsAsync<DatabaseUnusableException>(
            () => new SqliteDatabase(new DirectoryFile(file), new Factory(options.Options)).OpenAsync());

        AssertOneLineNaming(file, error.Message);
        Assert.Contains("cannot be opened", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SQLitePCL.raw.SQLITE_NOTADB, "is not a database")]
    [InlineData(SQLitePCL.raw.SQLITE_CORRUPT, "is damaged")]
    [InlineData(SQLitePCL.raw.SQLITE_FULL, "the disk is full")]
    [InlineData(SQLitePCL.raw.SQLITE_READONLY, "read-only")]
    [InlineData(SQLitePCL.raw.SQLITE_CANTOPEN, "cannot be opened")]
    [InlineData(SQLitePCL.raw.SQLITE_BUSY, "in use by another program")]
    [InlineData(SQLitePCL.raw.SQLITE_LOCKED, "in use by another program")]
    [InlineData(SQLitePCL.raw.SQLITE_IOERR, "the disk reports an error")]
    [InlineData(SQLitePCL.raw.SQLITE_TOOBIG, "SQLite error 18")]
    public void Every_failure_is_one_line_that_names_the_file_and_what_to_do(int code, string words)
    {
        var message = DirectoryDatabase.Explain(new SqliteException("a message\nof two lines", code), "/data/directory.db");

        Assert.NotNull(message);
        AssertOneLineNaming("/data/directory.db", message);
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.Matches("(Move|Restore|Make room|Make it|check that|End that|Check the)", message);
    }

    [Fact]
    public void Only_failures_of_the_database_are_explained()
    {
        var inner = new SqliteException("locked", SQLitePCL.raw.SQLITE_BUSY);

        Assert.Contains(
            "in use", DirectoryDatabase.Explain(new InvalidOperationException("outer", inner), "a.db"), StringComparison.Ordinal);
        Assert.Null(DirectoryDatabase.Explain(new InvalidOperationException("outer", new IOException("inner")), "a.db"));
    }

    [Fact]
    public async Task Path_may_hold_any_character()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_database.File)!, "100% odd? #1 é"));
        var options = new DbContextOptionsBuilder<DirectoryDbContext>();
        var file = new DirectoryFile(Path.Combine(folder.FullName, "directory.db"));
        DirectoryConnection.Configure(options, file.Path);
        var database = new SqliteDatabase(file, new Factory(options.Options));

        await database.OpenAsync();
        SqliteConnection.ClearAllPools();
        await database.OpenAsync();

        Assert.Equal(["directory.db"], folder.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task Database_that_is_migrated_is_backed_up_before_and_no_other()
    {
        var backups = 0;
        Task BackUp() => Task.FromResult(++backups);
        var database = _database.Get<DirectoryDatabase>();
        await database.OpenAsync(BackUp);
        await database.OpenAsync(BackUp);
        Assert.Equal(0, backups);

        // As if the tables were of an earlier version: what they have already cannot be made.
        await _database.SqlAsync("DELETE FROM __EFMigrationsHistory");
        await Assert.ThrowsAsync<DatabaseUnusableException>(() => database.OpenAsync(BackUp));

        Assert.Equal(1, backups);
    }

    private Task OpenAsync() => _database.Get<DirectoryDatabase>().OpenAsync();

    private async Task<IEnumerable<string>> PendingMigrationsAsync()
    {
        await using var db = await _database.Contexts.CreateDbContextAsync();
        return await db.Database.GetPendingMigrationsAsync();
    }

    // The message of the refusal, after checking that the file is as it was.
    private async Task<string> RefusalAsync()
    {
        var before = await File.ReadAllBytesAsync(_database.File);

        var error = await Assert.ThrowsAsync<DatabaseUnusableException>(OpenAsync);

        Assert.Equal(before, await File.ReadAllBytesAsync(_database.File));
        AssertOneLineNaming(_database.File, error.Message);
        return error.Message;
    }

    private static void AssertOneLineNaming(string file, string message)
    {
        Assert.Contains(file, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
    }

    private sealed class Factory(DbContextOptions<DirectoryDbContext> options) : IDbContextFactory<DirectoryDbContext>
    {
        public DirectoryDbContext CreateDbContext() => new(options);
    }
}
