using System.Net;
using System.Text.Json;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
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
        CatalogDatabase.CopyInto(_folder);
        _app = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Production").UseDataFolder(_folder.Path);
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, ClaimedAddress>());
        });
        Client = _app.CreateClient();
    }

    public HttpClient Client { get; }

    /// <summary>What the program is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Asks as if from this address.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, from);
    }

    /// <summary>Sends a request as if from this address.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string from)
    {
        request.Headers.Add(ClaimedAddress.Header, from);
        return Client.SendAsync(request);
    }

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

    // Requests in memory come from no address.
    private sealed class ClaimedAddress : IStartupFilter
    {
        public const string Header = "X-Test-Address";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (context.Request.Headers[Header] is [{ } address])
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return following(context);
            });
            next(app);
        };
    }
}
