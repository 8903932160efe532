using System.Net;
using System.Text.RegularExpressions;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Accounts;

/// <summary>The whole program with an administrator and an editor, and browsers that are signed in.</summary>
public sealed class AccountApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "correct horse staple";

    private readonly TestFolder _folder = new();

    private readonly (string Key, string Value)[] _settings;

    public AccountApp() : this([])
    {
    }

    internal AccountApp(params (string Key, string Value)[] settings)
    {
        _settings = settings;
        CatalogDatabase.CopyInto(_folder);
    }

    /// <summary>The data folder.</summary>
    public string Folder => _folder.Path;

    public AccountBrowser Administrator { get; private set; } = null!;

    public AccountBrowser Editor { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // The program offers a link itself when it starts, which closes any other.
        await Services.GetRequiredService<SetUpLink>().ExecuteTask!;
        var links = Services.GetRequiredService<AccountLinks>();
        Administrator = NewBrowser();
        await Administrator.OpenLinkAsync($"/account/set-up?code={await links.OfferSetUpAsync()}", "root");
        Editor = await InviteAsync("ada", AccountRole.Editor);
    }

    /// <summary>A browser that nobody is signed in with.</summary>
    public AccountBrowser NewBrowser(string site = "https://localhost") =>
        new(CreateClient(
            new WebApplicationFactoryClientOptions { BaseAddress = new Uri(site), AllowAutoRedirect = false, HandleCookies = false }));

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    /// <summary>Opens a browser that somebody with this role and name is signed in with.</summary>
    public async Task<AccountBrowser> InviteAsync(string name, AccountRole role)
    {
        var browser = NewBrowser();
        var code = await Services.GetRequiredService<AccountLinks>().InviteAsync(new Actor(1, "root"), name, role);
        await browser.OpenLinkAsync($"/account/invitation?code={code}", name);
        return browser;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        _settings.Aggregate(builder, (host, setting) => host.UseSetting(setting.Key, setting.Value))
            .UseDataFolder(_folder.Path).UseEnvironment("Production")
            .UseSetting("RateLimits:SignInsPerFiveMinutes", "0")
            // A year: for the clock below hours pass without anybody being idle.
            .UseSetting("Sessions:IdleMinutes", "527040")
            // All tests sign in with few names.
            .ConfigureTestServices(services => services.AddSingleton<TimeProvider, HurryingClock>());

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _folder.Dispose();
    }

    // Tells the true time of day, but for whoever measures, an hour passes at each look.
    private sealed class HurryingClock : TimeProvider
    {
        private long _hours;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _hours) * 3_600;
    }
}

/// <summary>A browser: it keeps cookies, and fills in forms as they come.</summary>
public sealed class AccountBrowser(HttpClient client)
{
    /// <summary>The cookies it keeps, by name.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>What set the cookies last: name, value and attributes.</summary>
    public List<string> SetCookies { get; } = [];

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Opens a page and sends its form of this name, filled in.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        using var page = await GetAsync(path);
        var html = await page.Content.ReadAsStringAsync();
        var chosen = Regex.Matches(html, "<form.*?</form>", RegexOptions.Singleline).Select(match => match.Value)
            .Single(text => text.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal));
        var values = Regex.Matches(chosen, "<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?")
            .ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
        foreach (var (name, value) in fields)
            values[name] = value;
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(values) });
    }

    /// <summary>Creates an account by a link, and is signed in with it.</summary>
    public async Task OpenLinkAsync(string path, string name)
    {
        using var answer =
            await SubmitAsync(path, "new-account", ("DisplayName", name), ("UserName", name), ("Password", AccountApp.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string page = "/account/sign-in") =>
        SubmitAsync(page, "sign-in", ("UserName", name), ("Password", password));

    /// <summary>The token that a form of this site carries.</summary>
    public async Task<string> FormTokenAsync()
    {
        using var page = await GetAsync("/account/sign-in?again");
        using var own = page.StatusCode == HttpStatusCode.OK ? null : await GetAsync("/account");
        return Regex.Match(await (own ?? page).Content.ReadAsStringAsync(),
            "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            SetCookies.Add(cookie);
            var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var key, var text]
                ? (key, text)
                : throw new InvalidOperationException(cookie);
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }
        return answer;
    }
}
