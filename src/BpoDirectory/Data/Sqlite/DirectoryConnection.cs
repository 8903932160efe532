using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BpoDirectory.Data.Sqlite;

/// <summary>Where the database is.</summary>
/// <param name="Path">The path of the file.</param>
public sealed record DirectoryFile(string Path);

/// <summary>How every connection to the database file is opened.</summary>
public static class DirectoryConnection
{
    /// <summary>How long a connection waits for a lock that another process holds, in seconds.</summary>
    public const int BusyTimeoutSeconds = 5;

    /// <summary>Registers the context factory and the database in <paramref name="file"/>.</summary>
    internal static IServiceCollection AddSqlite(this IServiceCollection services, string file) =>
        services
            .AddDbContextFactory<DirectoryDbContext>(options => Configure(options, file))
            .AddSingleton(new DirectoryFile(file)).AddSingleton<DirectoryDatabase, SqliteDatabase>();

    /// <summary>Points <paramref name="options"/> at <paramref name="file"/>, which is created when it does not exist.</summary>
    public static void Configure(DbContextOptionsBuilder options, string file) =>
        // Contexts share their model when their options were set in the same order, and the framework sets some of these first.
        options.AddInterceptors(SettingsOnOpen.Instance)
            // What an archived entry is joined to disappears with it: that is the purpose of the filter.
            // A test compares the model with the last migration; doing it at each first start takes a good part of it.
            .ConfigureWarnings(warnings => warnings.Ignore(
                CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning,
                RelationalEventId.PendingModelChangesWarning))
            // A list is one parameter: SQLite takes 32,766 of them, and an import names more entries than that.
            .UseSqlite(
                ConnectionString(file, SqliteOpenMode.ReadWriteCreate),
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));

    /// <summary>
    /// Makes what every context shares: the model, and the machinery of queries. It takes as long as the rest of the
    /// program takes to set itself up, and needs no database: start it first, beside everything else.
    /// </summary>
    public static void WarmUp()
    {
        var options = new DbContextOptionsBuilder<DirectoryDbContext>();
        Configure(options, "none");
        using var db = new DirectoryDbContext(options.Options);
        _ = db.Departments.OrderBy(d => d.NameKey).Select(d => new { d.Slug, d.Parent!.Name }).ToQueryString();
    }

    internal static string ConnectionString(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            ForeignKeys = true,
            DefaultTimeout = BusyTimeoutSeconds,
        }.ToString();

    // Write-ahead logging is a property of the file (see DirectoryDatabase); these are of each connection.
    private sealed class SettingsOnOpen : DbConnectionInterceptor
    {
        private const string Settings = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";

        public static SettingsOnOpen Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        // SQLite works on the calling thread: there is nothing to wait for.
        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
