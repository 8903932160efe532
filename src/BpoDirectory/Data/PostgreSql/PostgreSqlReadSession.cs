using System.Globalization;
using BpoDirectory.Data.Queries;
using Npgsql;

namespace BpoDirectory.Data.PostgreSql;

/// <summary>A reading connection to a server.</summary>
internal sealed class PostgreSqlReadSession(NpgsqlDataSource server) : ReadSession(server.OpenConnection(), PostgreSqlDialect.Instance)
{
    // After an error nothing more can be asked in a transaction, but behind what is kept before it.
    public override bool TryWithin(TimeSpan longest, Action part)
    {
        Execute("SAVEPOINT part");
        Limit(longest);
        try
        {
            part();
            Limit(TimeSpan.Zero);
            return true;
        }
        catch (PostgresException error)
        {
            Execute("ROLLBACK TO SAVEPOINT part");
            if (error.SqlState == PostgresErrorCodes.QueryCanceled)
                return false;
            throw;
        }
    }

    // Zero is without a limit.
    private void Limit(TimeSpan longest) => Query(
        "SELECT set_config('statement_timeout', $1, true)", row => row.GetString(0),
        longest.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture));
}
