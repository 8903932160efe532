using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Data.Queries;

/// <summary>
/// SQL on one connection, each text compiled once; used by one thread at a time. Parameters are named <c>$1</c>, <c>$2</c>, …
/// </summary>
public class PreparedCommands(DbConnection connection, SqlDialect dialect) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    /// <summary>Commands on the connection of a context, in the transaction that it is in.</summary>
    public PreparedCommands(DirectoryDbContext db) : this(db.Database.GetDbConnection(), db.Dialect)
    {
    }

    /// <summary>How the database is spoken to.</summary>
    public SqlDialect Dialect => dialect;

    protected DbConnection Connection => connection;

    /// <summary>The rows of a query.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<object> parameters)
    {
        using var reader = Command(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>Hands each row of a query to <paramref name="row"/>.</summary>
    public void Each(string sql, Action<DbDataReader> row, params ReadOnlySpan<object> parameters)
    {
        using var reader = Command(sql, parameters).ExecuteReader();
        while (reader.Read())
            row(reader);
    }

    /// <summary>Runs a statement that answers no rows.</summary>
    public void Execute(string sql, params ReadOnlySpan<object> parameters) => Command(sql, parameters).ExecuteNonQuery();

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    private DbCommand Command(string sql, ReadOnlySpan<object> parameters)
    {
        if (_commands.TryGetValue(sql, out var command))
        {
            for (var i = 0; i < parameters.Length; i++)
                dialect.SetValue(command.Parameters[i], parameters[i]);
            return command;
        }
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters.Add(dialect.CreateParameter(i + 1));
            dialect.SetValue(command.Parameters[i], parameters[i]);
        }
        command.Prepare();
        return _commands[sql] = command;
    }
}
