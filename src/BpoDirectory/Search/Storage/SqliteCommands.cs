using Microsoft.Data.Sqlite;

namespace BpoDirectory.Search.Storage;

/// <summary>Commands on the connection that is saving.</summary>
internal static class SqliteCommands
{
    /// <summary>A command with these parameters.</summary>
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<SqliteParameter> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>Hands over each row of a query whose <c>$1</c> is a JSON array of keys.</summary>
    public static void Each(this SqliteConnection connection, string sql, string keys, Action<SqliteDataReader> row)
    {
        using var command = connection.Command(sql, new SqliteParameter("$1", keys));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            row(reader);
    }
}
