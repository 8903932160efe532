using System.Data;
using System.Data.Common;
using BpoDirectory.Data.Queries;
using Npgsql;
using NpgsqlTypes;

namespace BpoDirectory.Data.PostgreSql;

/// <summary>The words of PostgreSQL. What it lacks of SQLite's is defined by the first migration (<c>Initial.sql</c>).</summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    private PostgreSqlDialect()
    {
    }

    public static PostgreSqlDialect Instance { get; } = new();

    public override string BeginRead => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    // It finds the index by itself.
    public override string IndexedBy(string index) => "";

    public override DbParameter CreateParameter(int number) => new NpgsqlParameter();

    public override void SetValue(DbParameter parameter, object value)
    {
        parameter.Value = value switch
        {
            IEnumerable<int> keys => keys.ToArray(),
            IEnumerable<string> texts => texts.Select(StorableTexts.Of).ToArray(),
            string text => StorableTexts.Of(text),
            _ => value,
        };
        // Taken for what it is compared with: a slug, the case of whose letters does not matter, or any other text.
        if (value is string)
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Unknown;
    }

    public override DbTransaction BeginReadTransaction(DbConnection connection) =>
        connection.BeginTransaction(IsolationLevel.RepeatableRead);
}
