using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Benchmarks.Ceiling;

/// <summary>A statement that is compiled once, with the names of its columns.</summary>
internal sealed class PreparedCommand
{
    private readonly SqliteCommand _command;
    private JsonEncodedText[]? _columns;

    public PreparedCommand(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
    }

    /// <summary>Declares the parameters, in the order in which their values come later.</summary>
    public void Name(ReadOnlySpan<(string Name, object Value)> parameters)
    {
        foreach (var (name, value) in parameters)
            _command.Parameters.AddWithValue(name, value);
    }

    public PreparedRows Read(ReadOnlySpan<(string Name, object Value)> parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
            _command.Parameters[i].Value = parameters[i].Value;
        var reader = _command.ExecuteReader();
        _columns ??= [.. Enumerable.Range(0, reader.FieldCount).Select(i => JsonEncodedText.Encode(reader.GetName(i)))];
        return new PreparedRows(reader, _columns);
    }
}

/// <summary>The rows that a statement yields.</summary>
internal readonly struct PreparedRows(SqliteDataReader reader, JsonEncodedText[] columns) : IDisposable
{
    /// <summary>The first column of the present row.</summary>
    public long Key => reader.GetInt64(0);

    public bool Next() => reader.Read();

    /// <summary>Writes every row that is left as an object.</summary>
    public void WriteAll(Utf8JsonWriter json)
    {
        while (reader.Read())
        {
            json.WriteStartObject();
            WriteColumns(0, json);
            json.WriteEndObject();
        }
    }

    /// <summary>Writes the present row's columns from <paramref name="first"/> on.</summary>
    public void WriteColumns(int first, Utf8JsonWriter json)
    {
        for (var i = first; i < columns.Length; i++)
        {
            if (reader.IsDBNull(i))
                json.WriteNull(columns[i]);
            else if (reader.GetFieldType(i) == typeof(long))
                json.WriteNumber(columns[i], reader.GetInt64(i));
            else
                json.WriteString(columns[i], reader.GetString(i));
        }
    }

    public void Dispose() => reader.Dispose();
}
