using System.Text.Json;
using BpoDirectory.Tests.Operations;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>The program as a process of its own, which can be killed and started again on the same data folder and port.</summary>
public sealed class MortalServer : IAsyncLifetime
{
    private const string UserName = "ada";
    private const string Password = "seven grey bicycles turn";

    private readonly TestFolder _folder = new();
    private ProgramProcess _program = null!;
    private Uri _address = null!;

    public async Task InitializeAsync()
    {
        CatalogDatabase.CopyInto(_folder);
        _program = Start("http://127.0.0.1:0");
        var link = new Uri((await _program.OutputAsync(@"(http\S+/account/set-up\?code=\S+)")).Groups[1].Value);
        _address = new Uri(link.GetLeftPart(UriPartial.Authority));
        SetUpLink = link.PathAndQuery;
    }

    /// <summary>The database that it serves.</summary>
    public string DatabaseFile => Path.Combine(_folder.Path, "directory.db");

    public string SetUpLink { get; private set; } = "";

    /// <summary>Lets its only editor in, in a new browser.</summary>
    public async Task<Editor> LetInAsync(Chromium chromium)
    {
        if (SetUpLink.Length > 0)
            await SetUpAsync(chromium);
        return await Editor.SignInAsync(chromium, _address, Reader.AtADesk, UserName, Password);
    }

    /// <summary>Lets it fall silent, with its connections open.</summary>
    public void Pause() => _program.Pause();

    /// <summary>Ends it as a power cut does: without a word.</summary>
    public Task KillAsync() => _program.KillAsync();

    public async Task StartAgainAsync()
    {
        _program.Dispose();
        _program = Start(_address.GetLeftPart(UriPartial.Authority));
        await _program.AddressAsync();
    }

    public Task DisposeAsync()
    {
        _program.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    private async Task SetUpAsync(Chromium chromium)
    {
        var context = await chromium.NewReaderAsync(_address, Reader.AtADesk);
        var page = await context.NewPageAsync();
        await page.GotoAsync(SetUpLink);
        await page.GetByLabel("Your name").FillAsync("Ada");
        await page.GetByLabel("User name").FillAsync(UserName);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await AccountMenu.SignedInAsync(page);
        await context.CloseAsync();
        SetUpLink = "";
    }

    private ProgramProcess Start(string address) =>
        ProgramProcess.Start(_folder.Path, ("ASPNETCORE_URLS", address), ("ASPNETCORE_CONTENTROOT", Source));

    // Its scripts and styles lie beside its source, and where that is, the tests' build has noted.
    private static string Source =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory,
            "MvcTestingAppManifest.json")))!
        .Single(root => root.Key.StartsWith("BpoDirectory,", StringComparison.Ordinal)).Value;
}
