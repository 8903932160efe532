using System.Diagnostics;
using System.Globalization;
using BpoDirectory.Accounts;
using BpoDirectory.Benchmarks.Generation;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Reporting;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Exchange.Export;
using BpoDirectory.Exchange.Import;
using BpoDirectory.Functions;
using BpoDirectory.Operations;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.Search;
using BpoDirectory.ServiceLines;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Benchmarks.Exchange;

/// <summary>
/// Measures the import of a table of departments, with what they do, into a directory of the built-in catalog: how long comparing and
/// applying take, beside inserting the rows that came of it by prepared statements, and how much more memory the process has at its
/// highest.
/// </summary>
internal static class ImportCommand
{
    private const double LongestSeconds = 10;
    private const double MostTimesAsLong = 3;
    private const double MostMegabytes = 300;

    private static readonly int[] UsualSizes = [10_000];

    // What a file of 20 MB has room for: all that stands in the departments themselves but descriptions, and the entries that a table can
    // name.
    private static readonly string[] Columns =
        ["name", "slug", "office", "officeBasis", "officeReason", "side", "summary", "aliases", "parent", "responsibilities"];

    public static async Task RunAsync(CommandLine line, Report report)
    {
        var (seed, rounds) = (line.Number("seed", GeneratedDatabase.UsualSeed), line.Number("rounds", 3));
        foreach (var size in line.Numbers("sizes", UsualSizes))
        {
            using var folder = new TemporaryFolder();
            var tables = await WriteTablesAsync(await GeneratedDatabase.GetAsync(size, seed), folder);
            var (comparing, applying, raw, growth) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                using var data = new TemporaryFolder();
                var before = data.File("before.db");
                var times = await ImportAsync(tables, data, before);
                comparing.Add(times.Comparing);
                applying.Add(times.Applying);
                growth.Add(times.Growth);
                raw.Add(InsertAgain(before, data.Database));
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{size:N0} departments");
            var table = new Table($"Import of {name}, medians of {rounds}", new("what", "what"), new("seconds", "seconds", "N1"));
            table.Add("read and compared", comparing.Median());
            table.Add("applied", applying.Median());
            table.Add("the same rows, inserted by prepared statements", raw.Median());
            report.Add(table);
            report.AtMost($"{name} applied: seconds", applying.Median(), LongestSeconds);
            report.AtMost($"{name} applied: times as long as raw inserts", applying.Median() / raw.Median(), MostTimesAsLong);
            report.AtMost($"{name}: growth of memory in MB", growth.Max(), MostMegabytes);
        }
    }

    private static async Task<(string Functions, string Departments)> WriteTablesAsync(string database, TemporaryFolder folder)
    {
        using var data = TemporaryFolder.With(database);
        await using var services = await OpenAsync(data);
        var contexts = services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>();
        var (functions, departments) = (folder.File("functions.csv"), folder.File("departments.csv"));
        await using (var file = File.Create(functions))
            await TableExport.WriteAsync(
                file, ExportFormat.Csv, Tables.Functions.Choose("name,slug,description,synonyms", out _),
                FunctionExport.ReadAsync(
                    services.GetRequiredService<EntryWorkList>(), services.GetRequiredService<BusinessFunctionEditing>(), contexts,
                    new EntryFilter("", false)),
                Audience.Editors);
        using var export = ActivatorUtilities.CreateInstance<DepartmentExport>(services);
        var ids = await export.ListAsync(new SearchRequest { Audience = Audience.Editors }, CancellationToken.None);
        await using (var file = File.Create(departments))
            await TableExport.WriteAsync(
                file, ExportFormat.Csv, Tables.Departments.Choose(string.Join(',', Columns), out _),
                export.ReadAsync(ids, evenArchived: true), Audience.Editors);
        return (functions, departments);
    }

    private static async Task<(double Comparing, double Applying, double Growth)> ImportAsync(
        (string Functions, string Departments) tables, TemporaryFolder data, string before)
    {
        await using var services = await OpenAsync(data);
        var account = new Account("bench", "Bench", AccountRole.Editor, DateTime.UtcNow) { NormalizedUserName = "BENCH" };
        await services.GetRequiredService<WriteGate>().WriteAsync(db => db.AddAsync(account).AsTask());
        var (desk, actor) = (services.GetRequiredService<ImportDesk>(), new Actor(account.Id, account.DisplayName));
        await ApplyAsync(desk, actor, EntryType.Function, tables.Functions, await CompareAsync(desk, EntryType.Function, tables.Functions));
        DatabaseCopy.Make(data.Database, before);

        var (comparing, applying) = (0.0, 0.0);
        var growth = await MemoryGrowth.WatchAsync(async () =>
        {
            var started = Stopwatch.GetTimestamp();
            var comparison = await CompareAsync(desk, EntryType.Department, tables.Departments);
            comparing = Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (comparison.Rows.FirstOrDefault(row => row.State == ImportRowState.Wrong) is { } wrong)
                throw new MeasurementException($"Row {wrong.Number} is wrong: {wrong.Problems[0].Label} {wrong.Problems[0].Message}");
            started = Stopwatch.GetTimestamp();
            await ApplyAsync(desk, actor, EntryType.Department, tables.Departments, comparison);
            applying = Stopwatch.GetElapsedTime(started).TotalSeconds;
        });
        return (comparing, applying, growth);
    }

    private static Task<ImportComparison> CompareAsync(ImportDesk desk, EntryType type, string path)
    {
        var (_, options) = desk.Open(type, path, Path.GetFileName(path), CancellationToken.None);
        return desk.ImporterOf(type).CompareAsync(path, options, _ => { }, CancellationToken.None);
    }

    private static Task<ImportResult> ApplyAsync(ImportDesk desk, Actor actor, EntryType type, string path, ImportComparison comparison) =>
        desk.ApplyAsync(actor, type, Path.GetFileName(path), comparison, _ => { }, CancellationToken.None);

    private static Task<ServiceProvider> OpenAsync(TemporaryFolder data) =>
        DirectoryServices.OpenAsync(data.Database, more: services =>
        {
            services.AddSingleton(new DataFolder(data.Path)).AddEditing().AddImport(new ImportLimits());
            services.AddDepartments(TimeSpan.FromDays(365));
            services.AddEntryEditing<BusinessFunctionEditing>().AddEntryEditing<ServiceLineEditing>()
                .AddEntryEditing<OutsourcingTypeEditing>();
        });

    // What is left of an import when everything but the writing is taken away; the index for searching is not even written.
    private static double InsertAgain(string before, string after)
    {
        using var connection =
            new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = before, ForeignKeys = true }.ToString());
        connection.Open();
        connection.Execute("PRAGMA synchronous = FULL");
        using (var attach = connection.CreateCommand())
        {
            attach.CommandText = "ATTACH $after AS imported";
            attach.Parameters.AddWithValue("$after", after);
            attach.ExecuteNonQuery();
        }
        var tables = connection.Read(
            "SELECT name, wr FROM main.pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
            row => (Name: row.GetString(0), IsWithoutRowid: row.GetBoolean(1)));
        var added = tables.ConvertAll(table => (table.Name, Rows: AddedTo(connection, table.Name, table.IsWithoutRowid)));
        var started = Stopwatch.GetTimestamp();
        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute("PRAGMA defer_foreign_keys = ON");
            foreach (var (table, (columns, rows)) in added)
                using (var inserter = new RowInserter(connection, table, columns))
                    foreach (var row in rows)
                        inserter.Insert(row);
            transaction.Commit();
        }
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static (IReadOnlyList<string> Columns, List<object?[]> Rows) AddedTo(
        SqliteConnection connection, string table, bool isWithoutRowid)
    {
        var columns = connection.Read($"SELECT name FROM pragma_table_info('{table}')", row => row.GetString(0));
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var added = isWithoutRowid
            ? $"EXCEPT SELECT {names} FROM main.{table}"
            : $"WHERE rowid > (SELECT COALESCE(MAX(rowid), 0) FROM main.{table})";
        return (columns, connection.Read($"SELECT {names} FROM imported.{table} {added}", row =>
        {
            var values = new object[columns.Count];
            row.GetValues(values);
            return Array.ConvertAll(values, value => value is DBNull ? null : value);
        }));
    }
}
