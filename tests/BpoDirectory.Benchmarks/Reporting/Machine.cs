using System.Globalization;
using System.Runtime.InteropServices;

namespace BpoDirectory.Benchmarks.Reporting;

/// <summary>Where and when figures were taken.</summary>
/// <param name="Processor">The processor's model.</param>
/// <param name="Cores">Cores that this program may use.</param>
/// <param name="MemoryInGigabytes">The machine's memory.</param>
/// <param name="System">Distribution and kernel.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="Date">The day, in UTC.</param>
/// <param name="LoadAverage">Running processes over the last minute when the program started: much above 0 means a busy machine.</param>
internal sealed record Machine(
    string Processor, int Cores, double MemoryInGigabytes, string System, string Runtime, string Date, double LoadAverage)
{
    public static Machine Read() => new(
        Value("/proc/cpuinfo", "model name", ':'),
        Environment.ProcessorCount,
        Math.Round(double.Parse(Value("/proc/meminfo", "MemTotal", ':').Split(' ')[0], CultureInfo.InvariantCulture) / (1024 * 1024), 1),
        $"{Value("/etc/os-release", "PRETTY_NAME", '=').Trim('"')}, Linux {Environment.OSVersion.Version}",
        RuntimeInformation.FrameworkDescription,
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor}, {Cores} cores, {MemoryInGigabytes:0.#} GB, {System}, {Runtime}, {Date}, load average {LoadAverage:0.00}");

    private static string Value(string file, string key, char separator) =>
        File.ReadLines(file).Select(line => line.Split(separator, 2)).FirstOrDefault(parts => parts[0].Trim() == key)?[1].Trim()
            ?? "unknown";
}
