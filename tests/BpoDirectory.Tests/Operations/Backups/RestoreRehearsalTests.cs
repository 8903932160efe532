using System.Net;
using System.Text.RegularExpressions;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Operations;
using BpoDirectory.Operations.Backups;
using BpoDirectory.Tests.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Operations.Backups;

/// <summary>What the documentation says about a restore on another machine, done as it says.</summary>
[Trait(TestServer.Database, TestServer.File)]
public sealed partial class RestoreRehearsalTests : IAsyncLifetime
{
    private static readonly string[] EditedMeanwhile = ["finance-and-accounting", "legal"];

    // What stands for a parameter of a route: each is there in some kind.
    private static readonly string[] Values = ["finance-and-accounting", "legal", "payroll-processing", "1"];

    // What is of the process, the moment or the machine.
    private static readonly string[] Left = ["/metrics", "/health/ready", "/_blazor", "/_framework"];

    private readonly AccountApp _app = new();
    private readonly TestFolder _other = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public async Task DisposeAsync()
    {
        await ((IAsyncDisposable)_app).DisposeAsync();
        _other.Dispose();
    }

    [Fact]
    public async Task Program_on_a_restored_folder_answers_every_address_as_the_one_that_was_backed_up()
    {
        var store = _app.Services.GetRequiredService<EntryStore>();
        using var enough = new CancellationTokenSource();
        var edits = EditedMeanwhile.Select(slug => Task.Run(() => EditAsync(store, slug, enough.Token))).ToList();
        var backups = _app.Services.GetRequiredService<BackupFolder>();
        await backups.MakeAsync(BackupKind.Manual);
        await enough.CancelAsync();
        await Task.WhenAll(edits);
        var latest = await backups.MakeAsync(BackupKind.Manual);

        var line = CommandLine.Parse([CommandLine.Restore, backups.Find(latest.Name)!]);
        Assert.Equal(0, await BackupCommands.RunAsync(line, new DatabaseSetting(""), new DataFolder(_other.Path), DateTime.UtcNow));
        await using var other = new RestoredApp(_other.Path);

        var differing = new List<string>();
        foreach (var address in Addresses())
            if (await AskAsync(_app, address) is var before && await AskAsync(other, address) is var after && before != after)
                differing.Add($"{address}\n{before}\n{after}");
        Assert.Empty(differing);
        Assert.Contains("Count ", (await AskAsync(other, "/api/v1/departments/legal")).Content, StringComparison.Ordinal);
    }

    private static async Task EditAsync(EntryStore store, string slug, CancellationToken enough)
    {
        var (editing, ada) = (new DepartmentEditing(), new Actor(2, "ada"));
        for (var count = 1; count == 1 || !enough.IsCancellationRequested; count++)
        {
            var open = (await store.OpenAsync(editing, slug))!;
            open.Content.Summary = $"Count {count}";
            Assert.NotNull(
                (await store.SaveAsync(editing, ada, new EntrySave<DepartmentContent>(open.Id, open.Version, open.Content))).Saved);
        }
    }

    private IEnumerable<string> Addresses() => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText is not null)
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Distinct()
        .Where(route => !Left.Any(left => route.StartsWith(left, StringComparison.Ordinal)))
        .SelectMany(route => Values.Select(value => Parameter().Replace(route, value)).Distinct())
        .SelectMany(path => new[] { path, path + "?q=payroll", path + "?from=1&to=2" });

    private static async Task<(HttpStatusCode Status, string Content)> AskAsync(WebApplicationFactory<Program> app, string address)
    {
        using var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var answer = await client.GetAsync(address);
        return (answer.StatusCode, OfTheRequest().Replace(await answer.Content.ReadAsStringAsync(), ""));
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    // Tokens of forms, and trace ids of errors.
    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]+\"|[0-9a-f]{32}|00-[0-9a-f-]+|<!--Blazor.*?-->|value=\"[A-Za-z0-9_-]{60,}\"")]
    private static partial Regex OfTheRequest();

    private sealed class RestoredApp(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder.UseSetting("Data:Directory", folder).UseEnvironment("Production");
    }
}
