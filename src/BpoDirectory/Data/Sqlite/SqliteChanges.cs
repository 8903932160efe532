using Microsoft.Data.Sqlite;

namespace BpoDirectory.Data.Sqlite;

/// <summary>What other programs change in a database file: a restored backup, the SQLite shell, a command beside this program.</summary>
internal sealed class SqliteChanges : IChangesByOthers
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _look;
    private long _seen;

    public SqliteChanges(string file)
    {
        _connection = DatabaseInspection.Open(file, SqliteOpenMode.ReadWriteCreate);
        _look = _connection.CreateCommand();
        // https://www.sqlite.org/pragma.html#pragma_data_version
        _look.CommandText = "PRAGMA data_version";
        _seen = Read();
    }

    public bool Look()
    {
        var before = _seen;
        _seen = Read();
        return _seen != before;
    }

    public void Skip() => _seen = Read();

    public void Dispose()
    {
        _look.Dispose();
        _connection.Dispose();
    }

    private long Read() => (long)_look.ExecuteScalar()!;
}
