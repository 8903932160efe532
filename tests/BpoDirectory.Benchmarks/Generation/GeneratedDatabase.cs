using System.Diagnostics;
using System.Globalization;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Data;
using BpoDirectory.Search.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Benchmarks.Generation;

/// <summary>Databases of the built-in catalog with invented departments behind it, kept in the temporary folder for the next run.</summary>
public static class GeneratedDatabase
{
    public const int UsualSeed = 1;

    // To be raised with every change of what the generator invents.
    private const int Version = 1;

    private static readonly string Kept = Path.Combine(Path.GetTempPath(), "bpo-directory-benchmarks");

    /// <summary>The database of <paramref name="count"/> departments: a kept one of the present schema and index, else a new one.</summary>
    public static async Task<string> GetAsync(int count, int seed)
    {
        var schema = await SchemaFingerprint.ReadAsync();
        var name = string.Create(CultureInfo.InvariantCulture, $"{count}-{seed}-{Version}-{schema}");
        var folder = Path.Combine(Kept, name);
        var file = Path.Combine(folder, "directory.db");
        if (File.Exists(file))
            return file;

        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, $"{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.db");
        await GenerateAsync(unfinished, count, seed);
        File.Move(unfinished, file, overwrite: true);
        return file;
    }

    /// <summary>Makes a new database.</summary>
    /// <returns>How long writing the rows and indexing them took.</returns>
    /// <exception cref="UsageException">The built-in catalog alone has more departments.</exception>
    public static async Task<(TimeSpan Rows, TimeSpan Index)> GenerateAsync(string file, int count, int seed)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# generating {count:N0} departments with seed {seed}"));
        foreach (var old in new[] { file, file + "-wal", file + "-shm" })
            File.Delete(old);
        var started = Stopwatch.GetTimestamp();
        var rows = TimeSpan.Zero;
        await using (var services = await DirectoryServices.OpenAsync(file))
        {
            var gate = services.GetRequiredService<WriteGate>();
            await gate.WriteAsync(db =>
            {
                Write((SqliteConnection)db.Database.GetDbConnection(), count, seed);
                return Task.CompletedTask;
            });
            rows = Stopwatch.GetElapsedTime(started);
            await gate.WriteAsync(db => SearchIndex.RebuildAsync(db, CancellationToken.None));
        }
        Settle(file);
        return (rows, Stopwatch.GetElapsedTime(started) - rows);
    }

    private static void Write(SqliteConnection connection, int count, int seed)
    {
        var existing = ExistingCatalog.Read(connection);
        if (count < existing.Departments)
            throw new UsageException($"The built-in catalog alone has {existing.Departments} departments.");
        var catalog = new SyntheticCatalog(count - existing.Departments, seed, existing.Surroundings);
        if (catalog.Count == 0)
            return;
        using var writer = new CatalogWriter(connection, existing, catalog.Functions.Count);
        foreach (var (place, function) in catalog.Functions.Index())
            writer.WriteFunction(place, function);
        foreach (var (place, department) in catalog.Departments().Index())
            writer.WriteDepartment(place, department);
    }

    // One file that can be copied: nothing is left in the write-ahead log.
    private static void Settle(string file)
    {
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
