using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace BpoDirectory.Data.Sqlite;

/// <summary>The database file cannot be used; the message names it and says what to do, in one line.</summary>
public sealed class DatabaseUnusableException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Opens the database file at start: looks before it touches, then brings the schema up to date.</summary>
public sealed class DirectoryDatabase(DirectoryFile database, IDbContextFactory<DirectoryDbContext> contexts)
{
    // Checking a file reads all of it: about 10 ms for 20 MB. Larger ones are checked by `PRAGMA quick_check` on demand only.
    private const long LargestFileToCheck = 64 * 1024 * 1024;

    /// <summary>Fails where the file cannot be written, which a write does not notice: it ends in the log beside the file.</summary>
    internal const string Checkpoint = "PRAGMA wal_checkpoint(PASSIVE)";

    private static readonly string[] FileParts = ["", "-wal", "-shm"];

    // Nothing reads this number, and it is written even when it stays the same.
    private const string SmallestWrite = "PRAGMA user_version = 0";

    /// <summary>Creates or migrates the database.</summary>
    /// <param name="beforeMigration">What is done with a database that is there before it is migrated, such as backing it up.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DatabaseUnusableException">
    /// The file is from a newer version, is not a sound database, or cannot be read or written.
    /// </exception>
    public async Task OpenAsync(Func<Task>? beforeMigration = null, CancellationToken cancellation = default)
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
            throw new DatabaseUnusableException(Explain(error, file.FullName), error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new DatabaseUnusableException(
                $"The database {file.FullName} cannot be opened: this user may not read it. Grant access to the file and its folder, then start again.", error);
        }
    }

    /// <summary>Writes as a save does, without changing anything.</summary>
    /// <exception cref="DatabaseUnusableException">The file cannot be written.</exception>
    public async Task TryAsync(WriteGate gate, CancellationToken cancellation)
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

    /// <summary>What went wrong with the database file, and what to do, in one line; null when the error is not of the database.</summary>
    public static string? Explain(Exception error, string file) => error switch
    {
        SqliteException failure => Explain(failure, file),
        { InnerException: { } cause } => Explain(cause, file),
        _ => null,
    };

    /// <summary>Whether the database file is in the way, rather than what was asked of it.</summary>
    public static bool CannotBeUsed(Exception error) => error switch
    {
        SqliteException failure =>
            failure.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_READONLY or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_BUSY,
        { InnerException: { } cause } => CannotBeUsed(cause),
        _ => false,
    };

    private static string Explain(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => $"The file {file} is not a database. Move it away to start with a new one, or restore a backup.",
        raw.SQLITE_CORRUPT => $"The database {file} is damaged. Restore it from a backup, or move it away to start with a new one.",
        raw.SQLITE_FULL => $"The database {file} cannot grow: the disk is full. Make room.",
        raw.SQLITE_READONLY =>
            $"The database {file} cannot be written: the file, its folder or the disk is read-only. Make it writable, or set Data__Directory to another folder.",
        raw.SQLITE_CANTOPEN =>
            $"The database {file} cannot be opened: check that its folder exists, that this user may read and write both, and that the disk is not read-only.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"The database {file} is in use by another program. End that program.",
        raw.SQLITE_IOERR => $"The database {file} cannot be read or written: the disk reports an error or is full. Check the disk.",
        _ => $"The database {file} cannot be used (SQLite error {error.SqliteErrorCode}). Restore it from a backup, or move it away to start with a new one.",
    };
}
