using Microsoft.AspNetCore.Hosting;

namespace BpoDirectory.Tests;

/// <summary>Programs in memory.</summary>
internal static class TestHosting
{
    /// <summary>Lets the program work on a data folder of a test's own, and on the database of the same name.</summary>
    public static IWebHostBuilder UseDataFolder(this IWebHostBuilder builder, string folder) =>
        TestServer.SettingsFor(folder).Aggregate(builder, (host, setting) => host.UseSetting(setting.Key, setting.Value));
}
