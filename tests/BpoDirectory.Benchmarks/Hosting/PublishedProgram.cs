using System.Diagnostics;

namespace BpoDirectory.Benchmarks.Hosting;

/// <summary>The program as it ships, published once for a run.</summary>
/// <param name="Library">Its main library, which <c>dotnet</c> starts.</param>
internal sealed record PublishedProgram(string Library)
{
    private const string Name = "BpoDirectory.dll";

    /// <summary>The program in the folder that <c>--program</c> names, else published now into <paramref name="folder"/>.</summary>
    /// <exception cref="MeasurementException">It is not in the folder named, or does not build.</exception>
    public static async Task<PublishedProgram> GetAsync(CommandLine line, string folder)
    {
        if (line.Text("program") is not { } named)
            return await PublishAsync(folder);
        var library = Path.GetFullPath(Path.Combine(named, Name));
        return File.Exists(library) ? new PublishedProgram(library) : throw new MeasurementException($"There is no {library}.");
    }

    /// <summary>Starts the program over the database in <paramref name="data"/>, with the settings it ships with.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="core">The only core it may use, or null for all.</param>
    public ServerProcess Start(TemporaryFolder data, int? core) =>
        ServerProcess.Start(
            [Library], core, Path.GetDirectoryName(Library)!, data.File("errors.txt"),
            new() { ["Data__Directory"] = data.Path, ["ASPNETCORE_ENVIRONMENT"] = "Production" });

    private static async Task<PublishedProgram> PublishAsync(string folder)
    {
        Console.Error.WriteLine("# publishing the program");
        var start = new ProcessStartInfo(
            "dotnet", ["publish", Path.Combine(Repository.Root, "src", "BpoDirectory"), "-c", "Release", "-o", folder, "--nologo", "-v",
                "quiet"])
        {
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? new PublishedProgram(Path.Combine(folder, Name))
            : throw new MeasurementException($"The program cannot be published:\n{output}");
    }
}
