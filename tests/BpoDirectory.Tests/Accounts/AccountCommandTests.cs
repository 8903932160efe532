using System.Net;
using System.Net.Http.Headers;
using BpoDirectory.Tests.Api;
using BpoDirectory.Tests.Operations;

namespace BpoDirectory.Tests.Accounts;

/// <summary>Accounts and tokens without a browser.</summary>
public sealed class AccountCommandTests : IDisposable
{
    private const string Password = "correct horse staple";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Administrator_and_token_are_made_on_an_empty_folder_and_work()
    {
        Assert.Equal((0, "", ""), await CreateAdministratorAsync("ada", Password));
        var (exitCode, token, errors) =
            await ProgramProcess.AnswerAsync(null, "token create", _folder.Path, "--user", "Ada", "--name", "Import", "--days", "3");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches(@"\Abpo_[\w-]{43}\r?\n\z", token);

        using var program = ProgramProcess.Start(_folder.Path);
        using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        using var saved =
            await client.SendAsync(
                WritingProgram.Request(HttpMethod.Put, $"{WritingProgram.Departments}/legal", "{\"summary\": \"Other.\"}"));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
    }

    [Fact]
    public async Task Commands_work_beside_the_program_and_are_in_the_audit()
    {
        CatalogDatabase.CopyInto(_folder);
        using var program = ProgramProcess.Start(_folder.Path);
        var address = await program.AddressAsync();
        Assert.Equal((0, "", ""), await CreateAdministratorAsync("ada", Password));

        var browser =
            new AccountBrowser(
                new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address });
        using var signedIn = await browser.SignInAsync("ada", Password);
        using var audit = await browser.GetAsync("/admin/audit.csv");

        Assert.Contains("administrator, by a command", await audit.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada", "short", "12 characters")]
    [InlineData("ada", "password1234567", "first that others would try")]
    [InlineData("two words", Password, "user name")]
    [InlineData("ada", "", "12 characters")]
    public async Task What_the_pages_refuse_is_refused_in_one_line(string user, string password, string told)
    {
        CatalogDatabase.CopyInto(_folder);

        var (exitCode, output, errors) = await CreateAdministratorAsync(user, password);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(told, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("token create", "--user ada --days 3", "--name")]
    [InlineData("token create", "--user nobody --name Import --days 3", "nobody")]
    [InlineData("token create", "--user nobody --name Import --days soon", "--days")]
    [InlineData("admin create", "--name Ada --password-stdin", "--user")]
    [InlineData("admin create", "--user ada --name Ada", "--password-stdin")]
    [InlineData("admin", "", "“admin”")]
    public async Task What_is_missing_is_named(string command, string arguments, string told)
    {
        CatalogDatabase.CopyInto(_folder);

        using var program = ProgramProcess.Run(command, _folder.Path, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(told, await program.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_commands_and_touches_nothing()
    {
        var (exitCode, output, errors) = await ProgramProcess.AnswerAsync(null, "--help", _folder.Path);

        Assert.Equal((0, ""), (exitCode, errors));
        foreach (var command in new[] { "setup-link", "admin create", "token create" })
            Assert.Contains(command, output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private Task<(int ExitCode, string Output, string Errors)> CreateAdministratorAsync(string user, string password) =>
        ProgramProcess.AnswerAsync(password, "admin create", _folder.Path, "--user", user, "--password-stdin", "--name", "Ada Lovelace");
}
