using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace BpoDirectory.Tests.Operations;

/// <summary>The files under <c>deploy</c>, as far as the tools of the system judge them.</summary>
public sealed class DeploymentTests
{
    private const double MostExposed = 2.0;

    private static string Unit => Path.GetFullPath(Path.Combine(HereAt(), "../../../deploy/bpo-directory.service"));

    [SystemdFact]
    public async Task Systemd_finds_the_service_hardly_exposed()
    {
        var (exitCode, said) = await RunAsync("systemd-analyze", "security", "--offline=true", "--threshold=20", Unit);

        Assert.True(exitCode == 0, said);
        var level = Regex.Match(said, @"Overall exposure level for \S+: (\d+\.\d+)").Groups[1].Value;
        Assert.InRange(double.Parse(level, CultureInfo.InvariantCulture), 0, MostExposed);
    }

    [SystemdFact]
    public async Task Systemd_knows_everything_that_the_service_says()
    {
        var (_, said) = await RunAsync("systemd-analyze", "verify", Unit);

        Assert.DoesNotMatch(@"Unknown|Failed to parse|Invalid|ignoring", said);
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (process.ExitCode, await output + await errors);
    }

    private static string HereAt([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    /// <summary>A test that needs systemd's own judge of services, which few containers have.</summary>
    private sealed class SystemdFactAttribute : FactAttribute
    {
        public SystemdFactAttribute()
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo("systemd-analyze", "--version") { RedirectStandardOutput = true });
                process!.WaitForExit();
            }
            catch (Win32Exception)
            {
                Skip = "systemd-analyze is not installed here.";
            }
        }
    }
}
