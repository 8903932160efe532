using System.Diagnostics;

namespace BpoDirectory.Benchmarks.Hosting;

/// <summary>The program as it ships, published once for a run.</summary>
/// <param name="Library">Its main library, which <c>dotnet</c> starts.</param>
internal sealed record PublishedProgram(string Library)
{
    /// <summary>Publishes the program into <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidOperationException">It does not build; the message is the compiler's.</exception>
    public static async Task<PublishedProgram> PublishAsync(string folder)
    {
        Console.Error.WriteLine("# publishing the program");
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, "src", "BpoDirectory"), "-c", "Release", "-o", folder, "--nologo", "-v", "quiet"])
        {
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? new PublishedProgram(Path.Combine(folder, "BpoDirectory.dll"))
            : throw new InvalidOperationException($"The program cannot be published:\n{output}");
    }

    /// <summary>Starts the program over the database in <paramref name="data"/>, with the settings it ships with.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="core">The only core it may use, or null for all.</param>
    public ServerProcess Start(TemporaryFolder data, int? core) =>
        ServerProcess.Start(
            [Library], core, Path.GetDirectoryName(Library)!, data.File("errors.txt"),
            new() { ["Data__Directory"] = data.Path, ["ASPNETCORE_ENVIRONMENT"] = "Production" });
}
