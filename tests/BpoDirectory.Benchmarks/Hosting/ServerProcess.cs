using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BpoDirectory.Benchmarks.Hosting;

/// <summary>A web server in a process of its own, listening on the loopback interface.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _errors;
    private readonly long _started;
    private bool _isGone;

    private ServerProcess(Process process, int port, string errors, long started) =>
        (_process, Port, _errors, _started) = (process, port, errors, started);

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Processor time used since the start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>
    /// Starts <c>dotnet</c> with these arguments and <c>--urls</c>; what it prints goes nowhere, its complaints go to a file.
    /// </summary>
    public static ServerProcess Start(
        IEnumerable<string> arguments, int? core, string folder, string errors, Dictionary<string, string>? environment = null)
    {
        var port = FreePort();
        var pinned = core is { } number ? $"taskset -c {number.ToString(CultureInfo.InvariantCulture)} " : "";
        // The shell becomes the server, so that the process started here is the server itself.
        var start = new ProcessStartInfo(
            "/bin/sh", ["-c", $"exec {pinned}dotnet \"$@\" >/dev/null 2>\"$ERRORS\"", "sh", .. arguments, "--urls",
                $"http://127.0.0.1:{port}"])
        {
            WorkingDirectory = folder,
        };
        // It has costs of its own, in the background; what is measured here is everything else.
        start.Environment["Search__Meaning"] = "off";
        start.Environment["ERRORS"] = errors;
        foreach (var (key, value) in environment ?? [])
            start.Environment[key] = value;
        var started = Stopwatch.GetTimestamp();
        return new ServerProcess(Process.Start(start)!, port, errors, started);
    }

    /// <summary>Waits for the first 200 to <paramref name="path"/>.</summary>
    /// <returns>The time since the start.</returns>
    /// <exception cref="MeasurementException">The server ended, or does not answer within two minutes.</exception>
    public async Task<TimeSpan> AnswersAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (Stopwatch.GetElapsedTime(_started) < LongestStart)
        {
            if (_process.HasExited)
                throw new MeasurementException($"The server ended at its start: {await File.ReadAllTextAsync(_errors)}");
            try
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return Stopwatch.GetElapsedTime(_started);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(5);
        }
        throw new MeasurementException($"The server does not answer {path}: {await File.ReadAllTextAsync(_errors)}");
    }

    /// <summary>A figure of <c>/proc/PID/status</c> in megabytes, such as <c>VmRSS</c>.</summary>
    public double Megabytes(string figure)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(text => text.StartsWith(figure + ":", StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Kills the server as <c>kill -9</c> does, if it still runs.</summary>
    public void Dispose()
    {
        if (_isGone)
            return;
        _isGone = true;
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
