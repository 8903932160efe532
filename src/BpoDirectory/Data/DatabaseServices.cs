using BpoDirectory.Data.PostgreSql;
using BpoDirectory.Data.Queries;
using BpoDirectory.Data.Sqlite;

namespace BpoDirectory.Data;

/// <summary>Where the directory is kept.</summary>
/// <param name="File">The file of a database that is one.</param>
/// <param name="ConnectionString">How a PostgreSQL server is reached; null when the database is the file.</param>
public sealed record DatabaseSetting(string File, string? ConnectionString = null)
{
    /// <summary>Whether it is a database on a server, which has backups of its own.</summary>
    public bool IsOnServer => ConnectionString is not null;
}

/// <summary>The database and every way into it.</summary>
public static class DatabaseServices
{
    /// <summary>Registers the context factory, the write gate and the readers' ways into the database.</summary>
    public static IServiceCollection AddDirectoryDatabase(this IServiceCollection services, DatabaseSetting database) =>
        (database.ConnectionString is { } server ? services.AddPostgreSql(server) : services.AddSqlite(database.File))
            .AddMetrics().AddSingleton<DirectoryMetrics>().AddSingleton<WriteGate>()
            .AddSingleton<PreparedReads>().AddSingleton<SlugRedirects>().AddSingleton<CatalogVersion>();
}
