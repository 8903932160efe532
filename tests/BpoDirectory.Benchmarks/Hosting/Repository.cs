namespace BpoDirectory.Benchmarks.Hosting;

/// <summary>Where the sources stand that are measured.</summary>
internal static class Repository
{
    private const string Solution = "BpoDirectory.sln";

    /// <summary>The folder of the solution: above this program, or above the folder it was started in.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Root { get; } =
        Above(AppContext.BaseDirectory) ?? Above(Environment.CurrentDirectory)
        ?? throw new UsageException($"{Solution} is in no folder above this program: start it from the repository.");

    private static string? Above(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        return null;
    }
}
