using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BpoDirectory.Data.PostgreSql;

/// <summary>A database on a server.</summary>
public sealed class PostgreSqlDatabase(NpgsqlDataSource server, IDbContextFactory<DirectoryDbContext> contexts)
    : DirectoryDatabase, IDisposable
{
    // Any number but that of a write's turn.
    private const long Claim = 5_171_307;

    private NpgsqlConnection? _claim;

    private string Name => new NpgsqlConnectionStringBuilder(server.ConnectionString).Database ?? "";

    /// <inheritdoc />
    /// <remarks>A migration is kept as a whole or not at all here, and backups are the server's: nothing is done before it.</remarks>
    public override async Task OpenAsync(Func<Task>? beforeMigration = null, CancellationToken cancellation = default)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var applied = await db.Database.GetAppliedMigrationsAsync(cancellation);
            if (applied.Except(db.Database.GetMigrations()).LastOrDefault() is { } unknown)
                throw new DatabaseUnusableException(
                    $"The database {Name} comes from a newer version of BpoDirectory (it has {unknown}). Start that version, or name another database.");
            await db.Database.MigrateAsync(cancellation);
        }
        catch (Exception error) when (Explain(error, Name) is { } reason)
        {
            throw new DatabaseUnusableException(reason, error);
        }
    }

    /// <inheritdoc />
    public override async Task TryAsync(WriteGate gate, CancellationToken cancellation)
    {
        try
        {
            // Asking for its number makes it a transaction that has to be written down.
            await gate.WriteAsync(db => db.Database.ExecuteSqlAsync($"SELECT pg_current_xact_id()", cancellation), cancellation);
        }
        catch (Exception error) when (Explain(error, Name) is { } reason)
        {
            throw new DatabaseUnusableException(reason, error);
        }
    }

    /// <inheritdoc />
    public override async Task ClaimAsync()
    {
        // The server lets go of it together with the connection, in whatever way the program ends.
        _claim = await server.OpenConnectionAsync();
        await using var command = _claim.CreateCommand();
        command.CommandText = $"SELECT pg_try_advisory_lock({Claim})";
        if (await command.ExecuteScalarAsync() is not true)
            throw new DatabaseUnusableException($"The database {Name} is in use by another program. End that program, or name another database.");
    }

    /// <inheritdoc />
    public void Dispose() => _claim?.Dispose();

    internal override ReadSession OpenToRead() => new PostgreSqlReadSession(server);

    internal override IChangesByOthers WatchOthers() => new PostgreSqlChanges(server);
}
