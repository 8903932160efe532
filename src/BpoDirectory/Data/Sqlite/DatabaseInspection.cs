using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BpoDirectory.Data.Sqlite;

/// <summary>What a file is to this program.</summary>
public enum DatabaseCondition
{
    /// <summary>A database of this version, or of an earlier one that can be brought up to date.</summary>
    Sound,

    /// <summary>A database without tables.</summary>
    Empty,
    Damaged,

    /// <summary>A database of another program.</summary>
    Foreign,

    /// <summary>Made before there was a release: nothing brings it up to date.</summary>
    BeforeFirstRelease,

    /// <summary>Of a later version of this program.</summary>
    Newer,
}

/// <summary>What was found in a database file.</summary>
/// <param name="Condition">What the file is.</param>
/// <param name="Detail">What is damaged, or the migration that is not known; empty where there is nothing to say.</param>
/// <param name="Migrations">The migrations that it has.</param>
public sealed record DatabaseState(DatabaseCondition Condition, string Detail, IReadOnlyList<string> Migrations)
{
    /// <summary>Whether it holds more than the history of migrations.</summary>
    public bool IsUsed { get; init; }

    /// <summary>Whether it has every migration of this version.</summary>
    public bool IsUpToDate => Migrations.Count == DatabaseInspection.KnownMigrations.Count;
}

/// <summary>Looks into a database file without touching it.</summary>
public static class DatabaseInspection
{
    // Left behind by a migration that was cut off; not one of the program's own tables.
    internal const string MigrationLock = "__EFMigrationsLock";

    private const string MigrationHistory = "__EFMigrationsHistory";

    /// <summary>
    /// The migrations of this version. Asking EF would wait for its model, which takes longer to make than all else at start.
    /// </summary>
    internal static IReadOnlySet<string> KnownMigrations { get; } = typeof(DirectoryDbContext).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(DirectoryDbContext))
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().ToHashSet();

    /// <summary>Finds out what a file is.</summary>
    /// <param name="file">The path of a file that exists.</param>
    /// <param name="check">The check of SQLite's that the file has to pass, such as <c>quick_check</c>; null for none.</param>
    /// <exception cref="SqliteException">It cannot be read, or is no database.</exception>
    internal static DatabaseState Inspect(string file, string? check)
    {
        using var connection = OpenToRead(file);
        if (check is not null && connection.Read($"PRAGMA {check}(1)") is [var verdict, ..] && verdict != "ok")
            return new DatabaseState(DatabaseCondition.Damaged, verdict.ReplaceLineEndings(" "), []);

        var tables = connection.Read($"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('{MigrationLock}', 'sqlite_sequence')");
        if (!tables.Contains(MigrationHistory))
            return new DatabaseState(tables.Count > 0 ? DatabaseCondition.Foreign : DatabaseCondition.Empty, "", []);

        var applied = connection.Read($"SELECT MigrationId FROM {MigrationHistory} ORDER BY MigrationId");
        if (applied.FindLast(migration => !KnownMigrations.Contains(migration)) is not { } unknown)
            return new DatabaseState(DatabaseCondition.Sound, "", applied) { IsUsed = tables.Count > 1 };
        // Identifiers begin with the time of their making. What is older than the first of today's was made before there was a release.
        var isOld = string.CompareOrdinal(unknown, KnownMigrations.Min(StringComparer.Ordinal)) < 0;
        return new DatabaseState(isOld ? DatabaseCondition.BeforeFirstRelease : DatabaseCondition.Newer, unknown, applied);
    }

    /// <summary>
    /// Opens a file so that it stays as it is. Where no log waits to be read, SQLite is told that nothing changes, else it would lay a
    /// new one beside the file.
    /// </summary>
    internal static SqliteConnection OpenToRead(string file) => File.Exists(file + "-wal")
        ? Open(file, SqliteOpenMode.ReadOnly)
        : Open(new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly);

    internal static SqliteConnection Open(string source, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(DirectoryConnection.ConnectionString(source, mode) + ";Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>The first column of what SQL answers.</summary>
    internal static List<string> Read(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }
}
