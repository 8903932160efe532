namespace BpoDirectory.BrowserTests;

/// <summary>The Chromium that is installed on this machine, without a window; nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // The shell without a window does what a test needs with half the work.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-default-apps", "--no-first-run", "--no-pings", "--metrics-recording-only",
    ];

    // A busy machine is slow, not wrong: only what never comes shall fail.
    private const float Patience = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Arguments });
    }

    /// <summary>A reader with nothing remembered yet: no cookie, an empty cache.</summary>
    public async Task<IBrowserContext> NewReaderAsync(Uri server, Reader reader)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = server.AbsoluteUri,
            ViewportSize = new() { Width = reader.Width, Height = reader.Height },
            ColorScheme = reader.Colours,
            JavaScriptEnabled = reader.HasScript,
            ReducedMotion = reader.Motion,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    /// <summary>Ends it as a crash does: without a word to any page.</summary>
    public async Task CrashAsync()
    {
        var session = await _browser!.NewBrowserCDPSessionAsync();
        var isGone = new TaskCompletionSource();
        _browser.Disconnected += (_, _) => isGone.TrySetResult();
        _ = session.SendAsync("Browser.crash");
        await isGone.Task;
        _playwright!.Dispose();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin");
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"No browser was found. Install one of {string.Join(", ", Names)}.");
    }
}
