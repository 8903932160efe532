namespace BpoDirectory.BrowserTests;

/// <summary>A test with a reader of its own, after which nothing may have gone wrong in the browser.</summary>
[Collection(SharedBrowser.Name)]
public abstract class BrowserTest(Chromium chromium, DirectoryServer server) : IAsyncLifetime
{
    private IBrowserContext? _context;
    private Watch? _watch;
    private IPage? _page;

    /// <summary>The tab in which the reader looks.</summary>
    protected IPage Page => _page ?? throw new InvalidOperationException("Nothing has been opened yet.");

    protected IBrowserContext Context => Page.Context;

    protected Watch Watch => _watch ?? throw new InvalidOperationException("Nothing has been opened yet.");

    protected ILocator Heading => Page.Locator("main h1");

    /// <summary>The box for questions in the page itself.</summary>
    protected ILocator Question => Page.Locator("main form[role=search] input[type=search]");

    /// <summary>What was found, in words.</summary>
    protected ILocator Count => Page.Locator("#count");

    /// <summary>The answering departments as cards, in order.</summary>
    protected ILocator Cards => Page.Locator("#answers ol.tiles > li").Filter(new() { Has = Page.Locator("h3") });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_context is not null)
            await _context.CloseAsync();
        _watch?.AssertNothingWentWrong();
    }

    /// <summary>Becomes a reader, with an empty tab.</summary>
    protected async Task BecomeAsync(Reader reader)
    {
        _context = await chromium.NewReaderAsync(server.Address, reader);
        _watch = await Watch.OverAsync(_context, server.Address);
        _page = await _context.NewPageAsync();
    }

    /// <summary>Becomes a reader and opens a page; a status other than 200 has to be named.</summary>
    protected async Task<IResponse> OpenAsync(string address, Reader? reader = null, int status = 200)
    {
        await BecomeAsync(reader ?? Reader.AtADesk);
        return await GoAsync(address, status);
    }

    /// <summary>Opens another page in the same tab.</summary>
    protected async Task<IResponse> GoAsync(string address, int status = 200)
    {
        Watch.Expect(status);
        var response = await Page.GotoAsync(address);
        Assert.Equal(status, response!.Status);
        return response;
    }

    /// <summary>Path and query of the page shown.</summary>
    protected string Here => new Uri(Page.Url).PathAndQuery;

    protected Task<string> BackgroundAsync() => Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
