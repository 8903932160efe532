using Microsoft.Data.Sqlite;

namespace BpoDirectory.Benchmarks.Generation;

/// <summary>Inserts rows into one table by one prepared statement.</summary>
internal sealed class RowInserter : IDisposable
{
    private readonly SqliteCommand _command;

    public RowInserter(SqliteConnection connection, string table, params IReadOnlyList<string> columns)
    {
        _command = connection.CreateCommand();
        _command.CommandText =
            $"INSERT INTO {table}({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))})";
        foreach (var column in columns)
            _command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        _command.Prepare();
    }

    /// <summary>Inserts one row: a value for each column, null where there is none.</summary>
    public void Insert(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
