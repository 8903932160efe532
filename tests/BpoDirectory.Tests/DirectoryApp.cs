using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BpoDirectory.Tests;

/// <summary>The whole program in memory, on a data folder of its own with the built-in catalog.</summary>
public sealed class DirectoryApp : WebApplicationFactory<Program>
{
    private readonly TestFolder _folder = new();

    public DirectoryApp() => CatalogDatabase.CopyInto(_folder);

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseDataFolder(_folder.Path).UseEnvironment("Production");

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _folder.Dispose();
    }
}
