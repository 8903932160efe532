using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.Versioning;
using BpoDirectory.Accounts;
using BpoDirectory.Catalog;
using BpoDirectory.Data;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Tests.Operations.Health;

/// <summary>
/// What happens to the data folder while the program runs: it tells the truth meanwhile, loses nothing and recovers by itself.
/// </summary>
[UnsupportedOSPlatform("windows")]
[Trait(TestServer.Database, TestServer.File)]
public sealed class DataFolderTroubleTests : IAsyncLifetime
{
    private const UnixFileMode Everything = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly TestFolder _folder = new();
    private ProgramProcess _program = null!;
    private HttpClient _client = null!;
    private int _saves;

    public async Task InitializeAsync()
    {
        var token = "";
        await File.WriteAllBytesAsync(_folder.File("directory.db"), await TestDatabase.FileAfterAsync(async database =>
        {
            await database.InitializeAsync();
            await database.Get<CatalogLoader>().LoadIntoNewDatabaseAsync(SearchIndex.RebuildAsync);
            var account = new Account("ada", "Ada", AccountRole.Editor, DateTime.UtcNow);
            await database.Gate.WriteAsync(db => db.AddAsync(account).AsTask());
            token = await database.Get<ApiTokens>().CreateAsync(new Actor(account.Id, "Ada"), "Tests", 1);
        }));
        // A signal would end the program that meets the limit of a file's size.
        _program = ProgramProcess.StartThrough(
            ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh", .. ProgramProcess.WithoutPrivileges], _folder.Path);
        _client = new HttpClient { BaseAddress = await _program.AddressAsync() };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, await SaveAsync());
    }

    public Task DisposeAsync()
    {
        _client.Dispose();
        _program.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Disk_that_takes_no_more_is_told_of_and_nothing_is_lost()
    {
        // A limit on the size of files does to one process what a full disk does to all.
        Limit("4096:unlimited");

        await WaitForAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await SaveAsync());
        Assert.Equal(HttpStatusCode.OK, await AskAsync("/departments/legal"));

        Limit("unlimited:unlimited");
        await WaitForAsync(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, await SaveAsync());
    }

    [Theory]
    [InlineData("directory.db", UnixFileMode.UserRead)]
    [InlineData("keys", UnixFileMode.None)]
    [InlineData("keys/key-of-tests.xml", UnixFileMode.None)]
    [InlineData("logs", UnixFileMode.UserRead | UnixFileMode.UserExecute)]
    public async Task Part_that_cannot_be_used_any_more_is_named_in_the_log_until_it_can(string part, UnixFileMode mode)
    {
        await File.WriteAllTextAsync(_folder.File("keys/key-of-tests.xml"), "<key />");
        File.SetUnixFileMode(_folder.File(part), mode);

        await WaitForAsync(HttpStatusCode.ServiceUnavailable);
        File.SetUnixFileMode(_folder.File(part), Everything);
        await WaitForAsync(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.OK, await SaveAsync());
        _program.AskToEnd();
        await _program.EndAsync();
        Assert.Contains(
            _folder.File(part), string.Concat(Directory.GetFiles(_folder.File("logs"), "*.json").Select(File.ReadAllText)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_ends_as_usual_while_the_disk_takes_no_more()
    {
        Limit("1:unlimited");
        await WaitForAsync(HttpStatusCode.ServiceUnavailable);

        _program.AskToEnd();
        var (exitCode, errors) = await _program.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.StartsWith("The last lines of the log were not kept", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_says_what_is_kept_and_what_to_do()
    {
        Limit("4096:unlimited");

        using var page = await _client.GetAsync("/account/sign-in");
        using var problem = await _client.SendAsync(Change());

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "application/problem+json"),
            (problem.StatusCode, problem.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Nothing was changed", await problem.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Limit("unlimited:unlimited");
    }

    private async Task<HttpStatusCode> AskAsync(string path)
    {
        using var answer = await _client.GetAsync(path);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> SaveAsync()
    {
        using var answer = await _client.SendAsync(Change());
        if (answer.IsSuccessStatusCode)
            _saves++;
        return answer.StatusCode;
    }

    private HttpRequestMessage Change()
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/departments/legal")
        {
            Content = JsonContent.Create(new { summary = $"Change {_saves}." }),
        };
        request.Headers.Add("If-Match", $"\"{_saves + 1}\"");
        return request;
    }

    private async Task WaitForAsync(HttpStatusCode ready)
    {
        var waited = Stopwatch.StartNew();
        while (await AskAsync("/health/ready") != ready)
        {
            Assert.True(waited.Elapsed < LongestWait, $"The program never was {ready}.");
            await Task.Yield();
        }
    }

    private void Limit(string size)
    {
        using var limit =
            Process.Start("prlimit", ["--pid", _program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), $"--fsize={size}"]);
        limit.WaitForExit();
        Assert.Equal(0, limit.ExitCode);
    }
}
