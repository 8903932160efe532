using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace BpoDirectory.Data.PostgreSql;

/// <summary>How every connection to the server is opened.</summary>
public static class PostgreSqlConnection
{
    /// <summary>Whether a connection string names a server and a database, and nothing that is not known.</summary>
    public static bool IsValid(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString) is { Host.Length: > 0, Database.Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Registers the context factory and the database at this connection string.</summary>
    internal static IServiceCollection AddPostgreSql(this IServiceCollection services, string connectionString)
    {
        // Each program by a name of its own, which administrators of the server see too.
        var text = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = $"BpoDirectory {Guid.NewGuid():N}" }.ToString();
        return services
            .AddSingleton(_ => NpgsqlDataSource.Create(text))
            .AddDbContextFactory<PostgreSqlDbContext>(
                (services, options) => Configure(options, services.GetRequiredService<NpgsqlDataSource>()))
            .AddSingleton<IDbContextFactory<DirectoryDbContext>, Contexts>()
            .AddSingleton<DirectoryDatabase, PostgreSqlDatabase>();
    }

    /// <summary>Points <paramref name="options"/> at the server.</summary>
    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource server) =>
        options
            .AddInterceptors(StorableTexts.Instance)
            // What an archived entry is joined to disappears with it: that is the purpose of the filter.
            // A test compares the model with the last migration.
            .ConfigureWarnings(warnings => warnings.Ignore(
                CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning,
                RelationalEventId.PendingModelChangesWarning))
            .UseNpgsql(server);

    private sealed class Contexts(IDbContextFactory<PostgreSqlDbContext> contexts) : IDbContextFactory<DirectoryDbContext>
    {
        public DirectoryDbContext CreateDbContext() => contexts.CreateDbContext();
    }
}
