using System.Text.Json;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Operations;

/// <summary>A program of a test's own whose database can be harmed and whose log can be read.</summary>
internal sealed class BrokenApp : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly WebApplicationFactory<Program> _app;

    public BrokenApp(params (string Key, string Value)[] settings)
    {
        _app = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Production").UseSetting("Data:Directory", _folder.Path);
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
        });
        Client = _app.CreateClient();
    }

    public HttpClient Client { get; }

    /// <summary>Runs SQL against the database in use.</summary>
    public async Task SqlAsync(string sql)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>Ends the program and answers its log, entry by entry.</summary>
    public async Task<List<JsonElement>> EndAsync()
    {
        var log = (IDisposable)_app.Services.GetRequiredService<Serilog.ILogger>();
        await _app.DisposeAsync();
        // The program may still be ending by itself; this waits for its last line.
        log.Dispose();
        var lines = Directory.GetFiles(Path.Combine(_folder.Path, "logs"), "*.json").SelectMany(File.ReadAllLines);
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    public void Dispose()
    {
        _app.Dispose();
        _folder.Dispose();
    }
}
