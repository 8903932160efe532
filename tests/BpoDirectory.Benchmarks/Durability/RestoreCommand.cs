using System.Diagnostics;
using System.Globalization;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Reporting;
using BpoDirectory.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Benchmarks.Durability;

/// <summary>Kills backups and restores in the middle, again and again, and looks for what is damaged or unfinished.</summary>
internal static class RestoreCommand
{
    public static async Task RunAsync(CommandLine line, Report report)
    {
        var (cycles, seed) = (line.Number("cycles", 50), line.Number("seed", 1));
        var dice = new Random(seed);
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        var program = await PublishedProgram.GetAsync(line, folder.Path);
        using var database = await EditedDatabase.CreateAsync(1);
        var backup = elsewhere.File("backup.db");
        DatabaseCopy.Make(database.Folder.Database, backup);
        // A restore refuses a database that somebody has open.
        SqliteConnection.ClearAllPools();
        await RestoreAsync(program, database, backup);
        var began = Stopwatch.GetTimestamp();
        await RestoreAsync(program, database, backup);
        var usual = Stopwatch.GetElapsedTime(began);
        var (killed, unsound) = (0, 0);
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            var arguments = cycle % 2 == 0
                ? new[] { "restore", backup }
                : ["backup", elsewhere.File(string.Create(CultureInfo.InvariantCulture, $"{cycle}.db"))];
            killed += (await RunAsync(program, database, arguments, usual * dice.NextDouble())).ExitCode == 0 ? 0 : 1;
            unsound += IsSound(database.Folder.Database) ? 0 : 1;
            unsound += Directory.GetFiles(elsewhere.Path, "*.db").Count(file => !IsSound(file));
        }

        report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{cycles} backups and restores, {killed} of them killed before their end; one takes {usual.TotalSeconds:N1} s"));
        report.AtLeast("killed before their end", killed, cycles / 2);
        report.AtMost("databases or backups found damaged or unfinished", unsound, 0);
        report.AtMost("databases or indexes found damaged at the end", (await database.FaultsAsync()).Length, 0);
    }

    private static bool IsSound(string file) =>
        File.Exists(file) && DatabaseCopy.Inspect(file) is { Condition: DatabaseCondition.Sound, IsUpToDate: true };

    private static async Task RestoreAsync(PublishedProgram program, EditedDatabase database, string backup)
    {
        var (exitCode, said) = await RunAsync(program, database, ["restore", backup], null);
        if (exitCode != 0)
            throw new MeasurementException($"The backup cannot be restored:\n{said}");
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(
        PublishedProgram program, EditedDatabase database, string[] arguments, TimeSpan? life)
    {
        var start = new ProcessStartInfo("dotnet", [program.Library, .. arguments, $"--Data:Directory={database.Folder.Path}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (life is { } time)
        {
            await Task.Delay(time);
            process.Kill();
        }
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
