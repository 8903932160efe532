using BpoDirectory.Data.Queries;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BpoDirectory.Data.Sqlite;

/// <summary>A reading connection to a database file.</summary>
internal sealed class SqliteReadSession : ReadSession
{
    // How many steps of SQLite's virtual machine pass between two looks at the clock: some tens of microseconds.
    private const int StepsBetweenLooks = 10_000;

    // SQLite keeps 2 MB by itself and asks the system for most pages of a large directory again and again.
    private const string CacheSize = "PRAGMA cache_size = -8000";

    private long _deadline = long.MaxValue;

    public SqliteReadSession(string file)
        : base(DatabaseInspection.Open(file, SqliteOpenMode.ReadWriteCreate), SqliteDialect.Instance)
    {
        Execute("PRAGMA query_only = ON");
        Execute(CacheSize);
        // Neither CommandTimeout nor a cancellation token stops a running SQLite query; its progress handler does.
        raw.sqlite3_progress_handler(
            ((SqliteConnection)Connection).Handle!, StepsBetweenLooks, _ => Environment.TickCount64 > _deadline ? 1 : 0, null);
    }

    public override bool TryWithin(TimeSpan longest, Action part)
    {
        _deadline = Environment.TickCount64 + (long)longest.TotalMilliseconds;
        try
        {
            part();
            return true;
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            return false;
        }
        finally
        {
            _deadline = long.MaxValue;
        }
    }
}
