using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BpoDirectory.Benchmarks.Load;

namespace BpoDirectory.Benchmarks.Hosting;

/// <summary>The load generator in a process of its own, on a core of its own.</summary>
internal sealed class LoadProcess : IDisposable
{
    private readonly Process _process;

    public LoadProcess(int core)
    {
        var start = new ProcessStartInfo(
            "taskset",
            ["-c", core.ToString(CultureInfo.InvariantCulture), "dotnet", typeof(LoadProcess).Assembly.Location, LoadCommand.Name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // Answers are handled on the thread that hears of them: one core needs one thread.
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"] = "1";
        _process = Process.Start(start)!;
    }

    /// <summary>Runs a job to its end.</summary>
    /// <exception cref="MeasurementException">The load generator ended; its complaint stands on the console.</exception>
    public async Task<LoadResult> RunAsync(LoadJob job)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(job));
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync() ?? throw new MeasurementException("The load generator ended.");
        return JsonSerializer.Deserialize<LoadResult>(line)!;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
        }
        _process.Dispose();
    }
}
