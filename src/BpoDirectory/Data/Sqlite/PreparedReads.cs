using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BpoDirectory.Data.Sqlite;

/// <summary>
/// Reading connections with prepared commands, for the paths that readers wait on: SQL text is compiled once for each
/// connection, about half the cost of a small query. Everything else reads through <see cref="DirectoryDbContext"/>.
/// No more of them run at once than the machine can work at, and a few for those that take long: reads never wait for
/// anything but the processor, and each keeps several megabytes.
/// </summary>
public sealed class PreparedReads(string file) : IDisposable
{
    /// <summary>How many reads run at once; further ones wait for their turn.</summary>
    public static readonly int MostAtOnce = Math.Min((2 * Environment.ProcessorCount) + 1, 16);

    private readonly SemaphoreSlim _turns = new(MostAtOnce);

    // The one used last comes first: it has most of what is needed in its cache.
    private readonly ConcurrentStack<ReadSession> _idle = [];
    private volatile bool _disposed;

    /// <summary>
    /// Runs a read on a connection of its own; all its queries see one state of the database. It must not begin another read.
    /// </summary>
    public T Read<T>(Func<ReadSession, T> read)
    {
        var session = Rent();
        try
        {
            return session.InOneState(read);
        }
        finally
        {
            Return(session);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _disposed = true;
        DisposeIdle();
        _turns.Dispose();
    }

    private ReadSession Rent()
    {
        _turns.Wait();
        if (_idle.TryPop(out var idle))
            return idle;
        try
        {
            return new ReadSession(file);
        }
        catch
        {
            _turns.Release();
            throw;
        }
    }

    private void Return(ReadSession session)
    {
        _idle.Push(session);
        if (_disposed)
            DisposeIdle();
        else
            _turns.Release();
    }

    private void DisposeIdle()
    {
        while (_idle.TryPop(out var session))
            session.Dispose();
    }
}

/// <summary>A reading connection and its prepared commands; used by one read at a time.</summary>
public sealed class ReadSession : IDisposable
{
    // How many steps of SQLite's virtual machine pass between two looks at the clock: some tens of microseconds.
    private const int StepsBetweenLooks = 10_000;

    // SQLite keeps 2 MB by itself and asks the system for most pages of a large directory again and again.
    private const string CacheSize = "PRAGMA cache_size = -8000";

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private long _deadline = long.MaxValue;

    internal ReadSession(string file)
    {
        _connection = new SqliteConnection(DirectoryConnection.ConnectionString(file, SqliteOpenMode.ReadWriteCreate) + ";Pooling=False");
        _connection.Open();
        Command("PRAGMA query_only = ON").ExecuteNonQuery();
        Command(CacheSize).ExecuteNonQuery();
        // Neither CommandTimeout nor a cancellation token stops a running SQLite query; its progress handler does.
        raw.sqlite3_progress_handler(_connection.Handle!, StepsBetweenLooks, _ => Environment.TickCount64 > _deadline ? 1 : 0, null);
    }

    /// <summary>The rows of a query; parameters are named <c>$1</c>, <c>$2</c>, …</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object> parameters)
    {
        using var reader = Execute(sql, parameters);
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>Hands each row of a query to <paramref name="row"/>.</summary>
    public void Each(string sql, Action<SqliteDataReader> row, params ReadOnlySpan<object> parameters)
    {
        using var reader = Execute(sql, parameters);
        while (reader.Read())
            row(reader);
    }

    /// <summary>Runs a part of a read that can take long and can be done without; it is interrupted when its time is over.</summary>
    /// <returns>Whether the part came to its end.</returns>
    public bool TryWithin(TimeSpan longest, Action part)
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

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _connection.Dispose();
    }

    internal T InOneState<T>(Func<ReadSession, T> read)
    {
        Command("BEGIN").ExecuteNonQuery();
        try
        {
            return read(this);
        }
        finally
        {
            Command("COMMIT").ExecuteNonQuery();
        }
    }

    private SqliteDataReader Execute(string sql, ReadOnlySpan<object> parameters)
    {
        var command = Command(sql);
        for (var i = command.Parameters.Count; i < parameters.Length; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i];
        return command.ExecuteReader();
    }

    private SqliteCommand Command(string sql)
    {
        if (_commands.TryGetValue(sql, out var command))
            return command;
        command = _connection.CreateCommand();
        command.CommandText = sql;
        return _commands[sql] = command;
    }
}
