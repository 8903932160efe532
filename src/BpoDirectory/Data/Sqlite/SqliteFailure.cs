using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BpoDirectory.Data.Sqlite;

/// <summary>What goes wrong with a database file.</summary>
internal static class SqliteFailure
{
    /// <summary>What went wrong with the file, and what to do, in one line; null when the error is not SQLite's.</summary>
    public static string? Explain(Exception error, string file) => (error as SqliteException)?.SqliteErrorCode switch
    {
        null => null,
        raw.SQLITE_NOTADB => $"The file {file} is not a database. Move it away to start with a new one, or restore a backup.",
        raw.SQLITE_CORRUPT => $"The database {file} is damaged. Restore it from a backup, or move it away to start with a new one.",
        raw.SQLITE_FULL => $"The database {file} cannot grow: the disk is full. Make room.",
        raw.SQLITE_READONLY =>
            $"The database {file} cannot be written: the file, its folder or the disk is read-only. Make it writable, or set Data__Directory to another folder.",
        raw.SQLITE_CANTOPEN =>
            $"The database {file} cannot be opened: check that its folder exists, that this user may read and write both, and that the disk is not read-only.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"The database {file} is in use by another program. End that program.",
        raw.SQLITE_IOERR => $"The database {file} cannot be read or written: the disk reports an error or is full. Check the disk.",
        var code => $"The database {file} cannot be used (SQLite error {code}). Restore it from a backup, or move it away to start with a new one.",
    };

    /// <summary>Whether the file is in the way, rather than what was asked of it.</summary>
    public static bool CannotBeUsed(Exception error) => error is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_READONLY or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_BUSY,
    };
}
