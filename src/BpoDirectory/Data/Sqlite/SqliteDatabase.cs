using BpoDirectory.Data.Queries;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace BpoDirectory.Data.Sqlite;

/// <summary>A database file.</summary>
public sealed class SqliteDatabase(DirectoryFile database, IDbContextFactory<DirectoryDbContext> contexts) : DirectoryDatabase
{
    // Checking a file reads all of it: about 10 ms for 20 MB. Larger ones are checked by `PRAGMA quick_check` on demand only.
    private const long LargestFileToCheck = 64 * 1024 * 1024;

    /// <summary>Fails where the file cannot be written, which a write does not notice: it ends in the log beside the file.</summary>
    internal const string Checkpoint = "PRAGMA wal_checkpoint(PASSIVE)";

    private static readonly string[] FileParts = ["", "-wal", "-shm"];

    // Nothing reads this number, and it is written even when it stays the same.
    private const string SmallestWrite = "PRAGMA user_version = 0";

    /// <inheritdoc />
    public override async Task OpenAsync(Func<Task>? beforeMigration = null, CancellationToken cancellation = default)
    {
        var file = new FileInfo(database.Path);
        try
        {
            var present = file is { Exists: true, Length: > 0 } ? Inspect(file) : null;
            PrepareForWriting(file);
            if (present is { IsUpToDate: true })
                return;
            if (present is { IsUsed: true } && beforeMigration is not null)
                await beforeMigration();
            await MigrateAsync(cancellation);
        }
        catch (SqliteException error)
        {
            throw new DatabaseUnusableException(SqliteFailure.Explain(error, file.FullName)!, error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new DatabaseUnusableException(
                $"The database {file.FullName} cannot be opened: this user may not read it. Grant access to the file and its folder, then start again.", error);
        }
    }

    /// <inheritdoc />
    public override async Task TryAsync(WriteGate gate, CancellationToken cancellation)
    {
        try
        {
            // Connections that are open already outlive the right to open the file.
            if (FileParts.Any(part => new FileInfo(database.Path + part) is { Exists: true, IsReadOnly: true }))
                throw new SqliteException("It can only be read.", raw.SQLITE_READONLY);
            await gate.WriteAsync(db => db.Database.ExecuteSqlRawAsync(SmallestWrite, cancellation), cancellation);
            await gate.CheckpointAsync(cancellation);
        }
        catch (Exception error) when (Explain(error, database.Path) is { } reason)
        {
            throw new DatabaseUnusableException(reason, error);
        }
    }

    /// <inheritdoc />
    /// <remarks>Whoever has the folder has the file.</remarks>
    public override Task ClaimAsync() => Task.CompletedTask;

    internal override ReadSession OpenToRead() => new SqliteReadSession(database.Path);

    internal override IChangesByOthers WatchOthers() => new SqliteChanges(database.Path);

    private async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    // Read-only, so that a file which is not ours, or not yet ours, stays as it is.
    private static DatabaseState Inspect(FileInfo file)
    {
        var state = DatabaseInspection.Inspect(file.FullName, file.Length <= LargestFileToCheck ? "quick_check" : null);
        return state.Condition switch
        {
            DatabaseCondition.Damaged => throw new DatabaseUnusableException(
                $"The database {file.FullName} is damaged ({state.Detail}). Restore it from a backup, or move it away to start with a new one."),
            DatabaseCondition.Foreign => throw new DatabaseUnusableException(
                $"The file {file.FullName} is a database of another program. Set Data__Directory to another folder, or move the file away."),
            DatabaseCondition.BeforeFirstRelease => throw new DatabaseUnusableException(
                $"The database {file.FullName} was made before the first release of BpoDirectory (it has {state.Detail}) and cannot be brought up to date. Set Data__Directory to another folder, or move the file away to start with a new one."),
            DatabaseCondition.Newer => throw new DatabaseUnusableException(
                $"The database {file.FullName} comes from a newer version of BpoDirectory (it has {state.Detail}). Start that version, or restore a backup made by this one."),
            _ => state,
        };
    }

    private static void PrepareForWriting(FileInfo file)
    {
        using var connection = DatabaseInspection.Open(file.FullName, SqliteOpenMode.ReadWriteCreate);
        connection.Read("PRAGMA journal_mode = WAL");
        // A first write, to fail now rather than later. A migration that was cut off leaves its lock, and EF would wait for it forever.
        connection.Read($"BEGIN IMMEDIATE; DROP TABLE IF EXISTS {DatabaseInspection.MigrationLock}; {SmallestWrite}; COMMIT");
    }
}
