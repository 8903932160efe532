using System.Security.Cryptography;
using System.Text;
using BpoDirectory.Benchmarks.Hosting;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Benchmarks.Generation;

/// <summary>Tells whether a kept database is of the present schema and full-text index.</summary>
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
        Append("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
        foreach (var table in Texts("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5(%' ORDER BY name"))
            Append($"SELECT block FROM {table}_data ORDER BY id");
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];

        void Append(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            while (reader.Read())
                hash.AppendData(reader.GetValue(0) is byte[] block ? block : Encoding.UTF8.GetBytes(reader.GetString(0)));
        }

        List<string> Texts(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var texts = new List<string>();
            while (reader.Read())
                texts.Add(reader.GetString(0));
            return texts;
        }
    }
}
