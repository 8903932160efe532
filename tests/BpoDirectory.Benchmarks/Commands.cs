using BpoDirectory.Benchmarks.Durability;
using BpoDirectory.Benchmarks.Exchange;
using BpoDirectory.Benchmarks.Fuzzing;
using BpoDirectory.Benchmarks.Generation;
using BpoDirectory.Benchmarks.Http;
using BpoDirectory.Benchmarks.Meaning;
using BpoDirectory.Benchmarks.Memory;
using BpoDirectory.Benchmarks.Relevance;
using BpoDirectory.Benchmarks.Reporting;
using BpoDirectory.Benchmarks.Startup;
using BpoDirectory.Benchmarks.Writes;

namespace BpoDirectory.Benchmarks;

/// <summary>What this program can be told to do.</summary>
internal static class Commands
{
    public const string Usage =
        """
        usage: tests/BpoDirectory.Benchmarks/run [COMMAND] [OPTIONS]
           or: dotnet run -c Release --project tests/BpoDirectory.Benchmarks -- [COMMAND] [OPTIONS]

        Measures the directory on this machine. Without a command: all of them but generate, export, import, crash, restore, contention and fuzz, with their usual sizes,
        in about half an hour, during which nothing else should run. The first way also installs what is missing: the
        Debian package util-linux, for taskset.

          relevance [FILE]            asks questions with known answers (usual: the questions beside the program)
              --hit1 X --strict X --hit3 X    the bounds (usual: 0.95, 0.85, 0.98)
          meaning                     compares questions with the vectors of many passages, on one core
              --passages N --rounds N (usual: 200000, 50)
          generate N --out FILE       makes a database of N departments, the built-in ones among them
          http                        the published program on one core, load on another, against a bare ceiling
              --seconds X --rounds N --warmup X    for each kind of request (usual: 3, 3, 3)
              --cases A,B             only these: item, list, rare, common, three, misspelt, prefix, page, results,
                                      repeat-item, repeat-list, repeat-page
              --fresh                 no address twice, for items and pages too: nothing that the program keeps fits
          memory                      resident memory: idle, under load, after
              --seconds X             of load (usual: 20)
          startup                     seconds to the first answers
              --rounds N              (usual: 5)
          writes                      acknowledged edits per second with 8 writers
              --seconds X --rounds N  (usual: 3, 3)
          export                      whole lists as CSV, workbook and JSON: seconds, and growth of memory
          import                      a table of departments: seconds beside raw inserts, and growth of memory
              --rounds N              (usual: 3)
          crash                       kills the program in the middle of edits and looks for what is lost
              --cycles N              (usual: 200)
          restore                     kills backups and restores in the middle and looks for what is damaged
              --cycles N              (usual: 50)
          contention                  many writers count in the same departments at once
              --writers N --seconds X (usual: 50, 60)
          fuzz                        hostile Markdown, comparisons, merges, questions and JSON: what breaks, and what takes over 0.3 s
              --cases N               of each kind (usual: 100000)
              --kinds A,B             only these: markdown, comparison, merge, search, json

          --sizes A,B,C               departments (usual: 21,10000,100000; writes: 21,10000; export: 21,100000; import: 10000)
          --seed N                    of everything random (usual: 1)
          --program FOLDER            a program that is published already (usual: published again)
          --json FILE                 writes all figures, with the facts of the machine

        Databases are generated when they are first needed and kept in the temporary folder. The exit code is 1 when a
        bound does not hold, 2 when the command cannot be read, 3 when nothing can be measured.
        """;

    private static readonly Dictionary<string, Command> All = new()
    {
        ["relevance"] = new(RelevanceCommand.RunAsync, ["hit1", "strict", "hit3", "meaning"]),
        ["meaning"] = new(MeaningCommand.RunAsync, ["seed", "passages", "rounds"]),
        ["generate"] = new(GenerateCommand.RunAsync, ["seed", "out"]),
        ["http"] = new(HttpCommand.RunAsync, ["sizes", "seed", "program", "seconds", "rounds", "warmup", "cases"]),
        ["memory"] = new(MemoryCommand.RunAsync, ["sizes", "seed", "program", "seconds"]),
        ["startup"] = new(StartupCommand.RunAsync, ["sizes", "seed", "program", "rounds"]),
        ["writes"] = new(WritesCommand.RunAsync, ["sizes", "seed", "seconds", "rounds"]),
        ["export"] = new(ExportCommand.RunAsync, ["sizes", "seed"]),
        ["import"] = new(ImportCommand.RunAsync, ["sizes", "seed", "rounds"]),
        ["crash"] = new(CrashCommand.RunAsync, ["seed", "program", "cycles"]),
        ["restore"] = new(RestoreCommand.RunAsync, ["seed", "program", "cycles"]),
        ["contention"] = new(ContentionCommand.RunAsync, ["program", "writers", "seconds"]),
        ["fuzz"] = new(FuzzCommand.RunAsync, ["seed", "cases", "kinds"]),
    };

    private static readonly string[] Measuring = ["relevance", "meaning", "http", "memory", "startup", "writes"];

    /// <summary>Runs the command given, or every measuring one when none is.</summary>
    /// <returns>The file to write the report to, or null.</returns>
    /// <exception cref="UsageException">The command or an option is unknown.</exception>
    public static async Task<string?> RunAsync(string[] args, Report report)
    {
        var named = args is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal);
        if (named && !All.ContainsKey(args[0]))
            throw new UsageException($"“{args[0]}” is no command.");
        var options = named ? All[args[0]].Options : ["sizes", "seed", "program"];
        var line = new CommandLine(args.Skip(named ? 1 : 0), [.. options, "json"], "fresh");
        foreach (var name in named ? [args[0]] : Measuring)
            await All[name].RunAsync(line, report);
        return line.Text("json");
    }

    private sealed record Command(Func<CommandLine, Report, Task> RunAsync, IReadOnlyCollection<string> Options);
}
