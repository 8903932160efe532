using Npgsql;

namespace BpoDirectory.Tests;

/// <summary>
/// The PostgreSQL server of tests: each has a database of its own there, named like its folder. Nothing of it is kept but the server.
/// </summary>
internal static class TestServer
{
    /// <summary>The environment variable that says how the server is reached, by somebody who may create databases.</summary>
    public const string ServerVariable = "BPODIRECTORY_TEST_POSTGRESQL";

    /// <summary>The environment variable that moves the databases of all tests there, when it is <c>postgresql</c>.</summary>
    public const string ProviderVariable = "BPODIRECTORY_TEST_PROVIDER";

    /// <summary>The trait of tests that are about one kind of database.</summary>
    public const string Database = "Database";

    /// <summary>Those about files, which nothing else can do.</summary>
    public const string File = "File";

    private static readonly string? Server = Environment.GetEnvironmentVariable(ServerVariable);

    /// <summary>Whether there is one.</summary>
    public static bool IsThere => Server is not null;

    /// <summary>Whether all tests keep their databases there.</summary>
    public static bool IsUsual { get; } = Environment.GetEnvironmentVariable(ProviderVariable) == "postgresql";

    /// <summary>How the database of a folder is reached.</summary>
    public static string ConnectionStringFor(string folder) => new NpgsqlConnectionStringBuilder(Server)
    {
        Database = NameOf(folder), IncludeErrorDetail = true,
    }.ToString();

    /// <summary>The settings of a program over a folder.</summary>
    public static IEnumerable<(string Key, string Value)> SettingsFor(string folder) =>
    [
        ("Data:Directory", folder),
        .. IsUsual
            ? [("Data:Provider", "postgresql"), ("ConnectionStrings:Directory", ConnectionStringFor(folder))]
            : Array.Empty<(string, string)>(),
    ];

    /// <summary>Makes the database of a folder, as a copy of that of another one, which nobody is connected to.</summary>
    public static void Copy(string from, string folder) => Execute($"CREATE DATABASE \"{NameOf(folder)}\" TEMPLATE \"{NameOf(from)}\"");

    /// <summary>Removes the database of a folder, if there is one.</summary>
    public static void Remove(string folder) => Execute($"DROP DATABASE IF EXISTS \"{NameOf(folder)}\" WITH (FORCE)");

    private static string NameOf(string folder) => Path.GetFileName(folder);

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
