using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BpoDirectory.BrowserTests;

/// <summary>The whole program on a port of its own, on a data folder of its own with the built-in catalog.</summary>
public class DirectoryServer : WebApplicationFactory<Program>
{
    private readonly TestFolder _folder = new();

    public DirectoryServer()
    {
        CatalogDatabase.CopyInto(_folder);
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where browsers find it.</summary>
    public virtual Uri Address => ClientOptions.BaseAddress;

    /// <summary>The database that it serves.</summary>
    public string DatabaseFile => Path.Combine(_folder.Path, "directory.db");

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseDataFolder(_folder.Path).UseEnvironment("Production");

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _folder.Dispose();
    }
}
