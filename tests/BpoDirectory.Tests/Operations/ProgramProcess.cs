using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BpoDirectory.Tests.Operations;

/// <summary>The built program as a process of its own, as an operator starts it.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private const string Program = "BpoDirectory.dll";

    /// <summary>A command by which permissions bind the program: the superuser only without its capabilities.</summary>
    public static string[] WithoutPrivileges { get; } =
        Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : [];

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ProgramProcess(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>Starts the program on a free port, with more settings as environment variables.</summary>
    public static ProgramProcess Start(string dataFolder, params (string Key, string Value)[] settings) =>
        StartThrough([], dataFolder, settings);

    /// <summary>Runs one of the program's commands instead of serving.</summary>
    public static ProgramProcess Run(string command, string dataFolder, params string[] arguments) =>
        Start([], [.. command.Split(' '), .. arguments], dataFolder, []);

    /// <summary>Runs a command with a line of input; answers its exit code, and what it wrote.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> AnswerAsync(
        string? input, string command, string dataFolder, params string[] arguments)
    {
        using var program = Run(command, dataFolder, arguments);
        if (input is not null)
            await program._process.StandardInput.WriteLineAsync(input);
        program._process.StandardInput.Close();
        var output = await program._process.StandardOutput.ReadToEndAsync().WaitAsync(LongestWait);
        var (exitCode, errors) = await program.EndAsync();
        return (exitCode, output, errors);
    }

    /// <summary>Starts it as the last argument of another command, which limits what it may do.</summary>
    public static ProgramProcess StartThrough(string[] command, string dataFolder, params (string Key, string Value)[] settings) =>
        Start(command, [], dataFolder, settings);

    /// <summary>
    /// Starts a program in another folder from a working directory, with nothing configured but the port and more settings.
    /// </summary>
    public static ProgramProcess StartElsewhere(
        string programFolder, string workingDirectory, params (string Key, string Value)[] settings) =>
        Start(["dotnet", Path.Combine(programFolder, Program)], workingDirectory, settings);

    private static ProgramProcess Start(string[] command, string[] arguments, string dataFolder, (string Key, string Value)[] settings) =>
        Start(
            [.. command, "dotnet", Path.Combine(AppContext.BaseDirectory, Program), .. arguments], AppContext.BaseDirectory,
            [
                .. TestServer.SettingsFor(dataFolder)
                    .Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value)),
                .. settings,
            ]);

    private static ProgramProcess Start(string[] line, string workingDirectory, (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = workingDirectory,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return new ProgramProcess(Process.Start(start)!);
    }

    /// <summary>Reads the program's output until a line matches, and answers the match.</summary>
    public async Task<Match> OutputAsync(string pattern)
    {
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(LongestWait) is { } line)
            if (Regex.Match(line, pattern) is { Success: true } match)
                return match;
        throw new InvalidOperationException($"The program ended without saying “{pattern}”: {await _errors}");
    }

    /// <summary>Waits until the program listens, and answers where.</summary>
    public async Task<Uri> AddressAsync() => new((await OutputAsync(@"Now listening on: (\S+)")).Groups[1].Value);

    /// <summary>The program's process, for what limits it while it runs.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended by itself or was ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Asks the program to end, as service managers and containers do.</summary>
    public void AskToEnd() => Signal("TERM");

    /// <summary>Keeps the program from doing anything more; its connections stay open.</summary>
    public void Pause() => Signal("STOP");

    /// <summary>Ends the program without asking it, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until the program has ended; answers its exit code and what it wrote as errors.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        using var limit = new CancellationTokenSource(LongestWait);
        var output = await _process.StandardOutput.ReadToEndAsync(limit.Token);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _errors);
    }

    /// <summary>Waits for a start that must fail: answers the one line that says why.</summary>
    public async Task<string> RefusalAsync()
    {
        var (exitCode, errors) = await EndAsync();
        Assert.Equal(1, exitCode);
        var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        return line;
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
