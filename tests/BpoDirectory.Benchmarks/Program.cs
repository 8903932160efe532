using BpoDirectory.Benchmarks.Ceiling;
using BpoDirectory.Benchmarks.Load;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks;

/// <summary>Runs a command: a measurement, or one of the processes that a measurement starts.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            switch (args)
            {
                case ["--help" or "-h" or "help", ..]:
                    Console.WriteLine(Commands.Usage);
                    return 0;
                case [LoadCommand.Name]:
                    await LoadCommand.RunAsync();
                    return 0;
                case [CeilingCommand.Name, .. var options]:
                    await CeilingCommand.RunAsync(new CommandLine(options, ["database", "index", "related", "urls"]));
                    return 0;
                default:
                    return await MeasureAsync(args);
            }
        }
        catch (UsageException error)
        {
            await Console.Error.WriteLineAsync($"{error.Message}\n\n{Commands.Usage}");
            return 2;
        }
        catch (MeasurementException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 3;
        }
    }

    private static async Task<int> MeasureAsync(string[] args)
    {
        var machine = Machine.Read();
        Console.WriteLine(machine);
        var report = new Report(Console.Out);
        var json = await Commands.RunAsync(args, report);
        if (json is not null)
            report.WriteJson(json, string.Join(' ', args), machine);
        return report.HasFailures ? 1 : 0;
    }
}
