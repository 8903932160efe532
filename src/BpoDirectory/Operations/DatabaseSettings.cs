using BpoDirectory.Data;
using BpoDirectory.Data.PostgreSql;

namespace BpoDirectory.Operations;

/// <summary>Which database the directory is kept in, as it is configured.</summary>
public static class DatabaseSettings
{
    internal const string ProviderKey = DataFolder.Section + ":Provider";
    private const string ConnectionKey = "ConnectionStrings:Directory";
    private const string Sqlite = "sqlite";
    private const string Example = "“Host=db.example.com;Database=directory;Username=directory;Password=…”";

    /// <summary>Reads the settings; without any, the database is a file in the data folder.</summary>
    /// <exception cref="SettingException">One of them is missing or cannot be used.</exception>
    public static DatabaseSetting Read(IConfiguration configuration, DataFolder data)
    {
        if (Setting.OneOf(configuration, ProviderKey, Sqlite, "postgresql") == Sqlite)
            return new DatabaseSetting(data.DatabaseFile);
        if (configuration[ConnectionKey] is not { Length: > 0 } text)
            throw new SettingException($"{ConnectionKey} is missing. Enter how the PostgreSQL server is reached, such as {Example}.");
        return PostgreSqlConnection.IsValid(text)
            ? new DatabaseSetting(data.DatabaseFile, text)
            : throw new SettingException($"{ConnectionKey} cannot be used. Allowed: a server and a database on it, such as {Example}.");
    }
}
