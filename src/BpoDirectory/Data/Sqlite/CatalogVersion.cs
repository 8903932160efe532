using Microsoft.Data.Sqlite;

namespace BpoDirectory.Data.Sqlite;

/// <summary>
/// Tells everything that keeps copies of the catalog when they are out of date: at once after a write of this program,
/// within <see cref="LookEvery"/> after a change by another one (a restored backup, the SQLite shell).
/// </summary>
public sealed class CatalogVersion : IDisposable
{
    /// <summary>How often the file is looked at for changes by other programs, in milliseconds.</summary>
    public const int LookEvery = 2;

    private readonly WriteGate _gate;
    private readonly Lock _looking = new();
    private readonly string _file;
    private SqliteConnection? _connection;
    private SqliteCommand? _look;
    private long _seen;
    private long _lookedAt;
    private long _current = 1;

    /// <summary>Watches the database file that <paramref name="gate"/> writes to.</summary>
    public CatalogVersion(string file, WriteGate gate)
    {
        (_file, _gate) = (file, gate);
        gate.Begun += OnBegun;
        gate.Committed += OnCommitted;
    }

    /// <summary>Raised before <see cref="Current"/> changes.</summary>
    public event Action<CatalogChange>? Changed;

    /// <summary>A number that is another one after each change that readers can see.</summary>
    public long Current
    {
        get
        {
            // During a write of this program its own commit could be taken for a change by another one.
            if (Environment.TickCount64 - Volatile.Read(ref _lookedAt) >= LookEvery && !_gate.IsWriting && _looking.TryEnter())
            {
                try
                {
                    LookForOthers();
                }
                finally
                {
                    _looking.Exit();
                }
            }
            return Volatile.Read(ref _current);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _gate.Begun -= OnBegun;
        _gate.Committed -= OnCommitted;
        _look?.Dispose();
        _connection?.Dispose();
    }

    // The last moment to tell changes by other programs from the one that begins.
    private void OnBegun()
    {
        lock (_looking)
            LookForOthers();
    }

    private void OnCommitted(CatalogChange change)
    {
        lock (_looking)
        {
            Look();
            if (change.IsAny)
                Advance(change);
        }
    }

    private void LookForOthers()
    {
        if (Look())
            Advance(CatalogChange.Everything);
    }

    // Whether another connection has committed since the last look (https://www.sqlite.org/pragma.html#pragma_data_version).
    private bool Look()
    {
        if (_look is null)
        {
            _connection =
                new SqliteConnection(DirectoryConnection.ConnectionString(_file, SqliteOpenMode.ReadWriteCreate) + ";Pooling=False");
            _connection.Open();
            _look = _connection.CreateCommand();
            _look.CommandText = "PRAGMA data_version";
            _seen = (long)_look.ExecuteScalar()!;
        }
        var before = _seen;
        _seen = (long)_look.ExecuteScalar()!;
        Volatile.Write(ref _lookedAt, Environment.TickCount64);
        return _seen != before;
    }

    private void Advance(CatalogChange change)
    {
        Changed?.Invoke(change);
        Interlocked.Increment(ref _current);
    }
}
