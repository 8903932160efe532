namespace BpoDirectory.Benchmarks.Hosting;

/// <summary>One core for what is measured, another for the load on it.</summary>
internal static class Cores
{
    public const int Server = 0;
    public const int Load = 1;

    /// <summary>Looks for what keeping processes on their cores needs.</summary>
    /// <exception cref="MeasurementException">There is one core only, or no <c>taskset</c>.</exception>
    public static void Require()
    {
        if (Environment.ProcessorCount < 2)
            throw new MeasurementException("Two cores are needed: one for the program, one for the load on it.");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        if (!Array.Exists(folders, folder => File.Exists(Path.Combine(folder, "taskset"))))
            throw new MeasurementException("taskset is missing (Debian package util-linux); tests/BpoDirectory.Benchmarks/run installs it.");
    }
}
