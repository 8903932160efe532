using System.Security.Cryptography;
using System.Text;
using BpoDirectory.Benchmarks.Hosting;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Benchmarks.Generation;

/// <summary>Tells whether a kept database is of the present schema and search index.</summary>
internal static class SchemaFingerprint
{
    private static string? _read;

    /// <summary>A short text that changes with the schema, and with what the index keeps of the built-in catalog.</summary>
    public static async Task<string> ReadAsync()
    {
        if (_read is not null)
            return _read;
        using var folder = new TemporaryFolder();
        await using (await DirectoryServices.OpenAsync(folder.Database))
        {
            using var connection = new SqliteConnection($"Data Source={folder.Database};Mode=ReadOnly;Pooling=False");
            connection.Open();
            _read = Read(connection);
        }
        return _read;
    }

    private static string Read(SqliteConnection connection)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sql in connection.Read("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name", row => row.GetString(0)))
            hash.AppendData(Encoding.UTF8.GetBytes(sql));
        foreach (var passages in connection.Read(
            "SELECT Passages FROM DepartmentIndex ORDER BY DepartmentId", row => row.GetFieldValue<byte[]>(0)))
            hash.AppendData(passages);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
