using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>The drafts as they lie in the database of a program that runs.</summary>
public static class StoredDrafts
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Waits until a draft has all of these texts, in this order.</summary>
    public static async Task WaitForAsync(string databaseFile, params string[] texts)
    {
        using var limit = new CancellationTokenSource(LongestWait);
        while (!await HasAsync(databaseFile, texts))
            await Task.Delay(50, limit.Token);
    }

    /// <summary>Whether a draft has all of these texts, in this order.</summary>
    public static async Task<bool> HasAsync(string databaseFile, params string[] texts)
    {
        await using var connection = ConnectTo(databaseFile);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM Drafts AS d WHERE d.Content || ' ' || coalesce(d.PendingInput, '') LIKE @pattern";
        var pattern = command.CreateParameter();
        (pattern.ParameterName, pattern.Value) = ("@pattern", $"%{string.Join('%', texts)}%");
        command.Parameters.Add(pattern);
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }

    private static DbConnection ConnectTo(string databaseFile) => TestServer.IsUsual
        ? new NpgsqlConnection(TestServer.ConnectionStringFor(Path.GetDirectoryName(databaseFile)!) + ";Pooling=false")
        : new SqliteConnection($"Data Source={databaseFile};Mode=ReadOnly;Pooling=False");
}
