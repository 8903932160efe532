namespace BpoDirectory.Operations;

/// <summary>Where the program's settings, its static files and by default its data are.</summary>
public static class ContentRoot
{
    private const string StaticFiles = "wwwroot";

    /// <summary>
    /// The folder of a published program, from wherever it is started; null where the framework's own rule holds: a
    /// content root is configured, or the program is built but not published and serves what its project holds.
    /// </summary>
    public static string? Of(string[] args) =>
        Configured(args) is null && Directory.Exists(Path.Combine(AppContext.BaseDirectory, StaticFiles)) ? AppContext.BaseDirectory : null;

    private static string? Configured(string[] args) =>
        new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args)
            .Build()[WebHostDefaults.ContentRootKey];
}
