using BpoDirectory.Benchmarks.Generation;
using BpoDirectory.Benchmarks.Http;
using BpoDirectory.Benchmarks.Relevance;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks;

/// <summary>What this program can be told to do.</summary>
internal static class Commands
{
    public const string Usage =
        """
        usage: tests/BpoDirectory.Benchmarks/run [COMMAND] [--json FILE]
           or: dotnet run -c Release --project tests/BpoDirectory.Benchmarks -- [COMMAND] [--json FILE]
        """;

    private static readonly Dictionary<string, Command> All = new()
    {
        ["relevance"] = new(RelevanceCommand.RunAsync, ["hit1", "strict", "hit3"]),
        ["http"] = new(HttpCommand.RunAsync, ["sizes", "seconds", "rounds", "warmup", "cases", "seed"]),
        ["generate"] = new(GenerateCommand.RunAsync, ["seed", "out"]),
    };

    private static readonly string[] Usual = ["relevance"];

    /// <summary>Runs the command given, or every measuring one when none is.</summary>
    /// <returns>The file to write the report to, or null.</returns>
    /// <exception cref="UsageException">The command or an option is unknown.</exception>
    public static async Task<string?> RunAsync(string[] args, Report report)
    {
        var named = args is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal);
        if (named && !All.ContainsKey(args[0]))
            throw new UsageException($"“{args[0]}” is no command.");
        string? json = null;
        foreach (var name in named ? [args[0]] : Usual)
        {
            var command = All[name];
            var line = new CommandLine(args.Skip(named ? 1 : 0), [.. named ? command.Options : [], "json"], []);
            json = line.Text("json");
            await command.RunAsync(line, report);
        }
        return json;
    }

    private sealed record Command(Func<CommandLine, Report, Task> RunAsync, IReadOnlyCollection<string> Options);
}
