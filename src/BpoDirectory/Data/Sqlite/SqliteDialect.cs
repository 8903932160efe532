using System.Data.Common;
using System.Text.Json;
using BpoDirectory.Data.Queries;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Data.Sqlite;

/// <summary>The words of SQLite.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    private SqliteDialect()
    {
    }

    public static SqliteDialect Instance { get; } = new();

    public override string BeginRead => "BEGIN";

    public override string IndexedBy(string index) => $"INDEXED BY {index}";

    public override DbParameter CreateParameter(int number) => new SqliteParameter { ParameterName = $"${number}" };

    // SQLite has no arrays.
    public override void SetValue(DbParameter parameter, object value) => parameter.Value = value switch
    {
        IEnumerable<int> keys => JsonSerializer.Serialize(keys),
        IEnumerable<string> texts => JsonSerializer.Serialize(texts),
        _ => value,
    };

    public override DbTransaction BeginReadTransaction(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(deferred: true);
}
