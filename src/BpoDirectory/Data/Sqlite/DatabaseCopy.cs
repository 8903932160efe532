using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BpoDirectory.Data.Sqlite;

/// <summary>
/// Copies the database while others read and write it, and puts a copy in its place. Whatever is made is made under another name,
/// checked and on the disk before it gets its own: who is stopped in the middle leaves the files as they were.
/// </summary>
public static class DatabaseCopy
{
    /// <summary>What a file is called until it is whole.</summary>
    public const string UnfinishedSuffix = ".part";

    private const string FullCheck = "integrity_check";

    private static readonly string[] LogSuffixes = ["-wal", "-shm"];

    /// <summary>Copies the database as it is at one moment into a new file of its own, and checks the copy.</summary>
    /// <param name="database">The database, which others may be using.</param>
    /// <param name="target">The file to make, in a folder that exists.</param>
    /// <exception cref="DatabaseUnusableException">
    /// The database is damaged, or the file cannot be written; it is not there then.
    /// </exception>
    /// <exception cref="IOException">There is such a file already.</exception>
    public static void Make(string database, string target)
    {
        using var source = Explaining(database, target, () => DatabaseInspection.Open(database, SqliteOpenMode.ReadWrite));
        Make(source, database, target);
    }

    /// <summary>Finds out what a file is that may be restored, reading all of it.</summary>
    /// <exception cref="DatabaseUnusableException">It cannot be read.</exception>
    public static DatabaseState Inspect(string file)
    {
        try
        {
            return DatabaseInspection.Inspect(file, FullCheck);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_CORRUPT)
        {
            return new DatabaseState(DatabaseCondition.Damaged, "it cannot be read to its end", []);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_NOTADB)
        {
            return new DatabaseState(DatabaseCondition.Foreign, "", []);
        }
        catch (SqliteException error)
        {
            throw new DatabaseUnusableException(DirectoryDatabase.Explain(error, file)!, error);
        }
    }

    /// <summary>Puts a copy of a file in the place of the database, which nobody may be using, and keeps the one that was there.</summary>
    /// <param name="file">A sound database.</param>
    /// <param name="database">Where to put it.</param>
    /// <param name="kept">What the database that was there is called from now on.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="DatabaseUnusableException">One of the files cannot be read or written; the database is what it was.</exception>
    public static bool Replace(string file, string database, string kept)
    {
        var restored = database + UnfinishedSuffix;
        using (var source = Explaining(file, database, () => DatabaseInspection.OpenToRead(file)))
            Write(source, file, restored);
        var wasThere = File.Exists(database);
        try
        {
            if (wasThere)
                Keep(database, kept);
        }
        catch
        {
            File.Delete(restored);
            throw;
        }
        // A log of the one that was there would be taken for one of the new one.
        foreach (var suffix in LogSuffixes.Where(suffix => File.Exists(database + suffix)))
            File.Move(database + suffix, kept + suffix, overwrite: true);
        File.Move(restored, database, overwrite: true);
        return wasThere;
    }

    private static void Make(SqliteConnection source, string database, string target)
    {
        if (Path.Exists(target))
            throw new IOException($"{target} is there already.");
        Write(source, database, target + UnfinishedSuffix);
        File.Move(target + UnfinishedSuffix, target, overwrite: false);
    }

    private static void Write(SqliteConnection source, string database, string target)
    {
        try
        {
            CreatePrivate(target);
            Explaining(database, target, () => Copy(source, database, target));
            using var file = File.OpenHandle(target, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(file);
        }
        catch
        {
            File.Delete(target);
            throw;
        }
    }

    // One step: SQLite reads one state of the database, and whoever writes meanwhile writes into the log.
    private static bool Copy(SqliteConnection source, string database, string target)
    {
        using var copy = DatabaseInspection.Open(target, SqliteOpenMode.ReadWrite);
        copy.Read("PRAGMA synchronous = OFF");
        source.BackupDatabase(copy);
        // A file by itself, without a log beside it.
        copy.Read("PRAGMA journal_mode = DELETE");
        if (copy.Read($"PRAGMA {FullCheck}(1)") is [var verdict, ..] && verdict != "ok")
            throw new DatabaseUnusableException($"The database {database} is damaged ({verdict.ReplaceLineEndings(" ")}). Restore it from a backup.");
        return true;
    }

    // A sound one is kept as a sound file; what cannot be read any more is kept as it is.
    private static void Keep(string database, string kept)
    {
        try
        {
            using var present = DatabaseInspection.Open(database, SqliteOpenMode.ReadWrite);
            Make(present, database, kept);
            // Moves what the log holds into the file and removes the log.
            present.Read("PRAGMA journal_mode = DELETE");
        }
        catch (Exception error) when (IsDamage(error))
        {
            File.Copy(database, kept, overwrite: true);
        }
    }

    private static bool IsDamage(Exception error) =>
        error is DatabaseUnusableException { InnerException: null }
        || (error as SqliteException ?? error.InnerException) is SqliteException failure && IsDamage(failure);

    private static bool IsDamage(SqliteException error) => error.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    // Password hashes are in it. What an earlier attempt left would be taken for a part of it.
    private static void CreatePrivate(string file)
    {
        foreach (var suffix in LogSuffixes.Append("-journal"))
            File.Delete(file + suffix);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(file, options).Dispose();
    }

    private static T Explaining<T>(string source, string target, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw new DatabaseUnusableException(DirectoryDatabase.Explain(error, IsDamage(error) ? source : target)!, error);
        }
    }
}
