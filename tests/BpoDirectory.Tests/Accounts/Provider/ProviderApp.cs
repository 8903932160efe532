using System.Net;

namespace BpoDirectory.Tests.Accounts.Provider;

/// <summary>The whole program, with a provider by which people sign in.</summary>
public sealed class ProviderApp : IAsyncLifetime
{
    internal TestProvider Provider { get; private set; } = null!;

    public AccountApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Provider = await TestProvider.StartAsync();
        App = new AccountApp(Provider.Settings());
        await App.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }

    /// <summary>Begins with an honest provider that tells of a new editor.</summary>
    internal string Begin(params string[] roles)
    {
        var subject = Guid.NewGuid().ToString("N");
        (Provider.IsDown, Provider.Denies, Provider.Lie) = (false, false, Lie.None);
        Provider.Claims = new()
        {
            ["sub"] = subject, ["name"] = "Grace " + subject[..8], ["preferred_username"] = "grace-" + subject[..8],
            ["roles"] = roles.Length > 0 ? roles : ["everybody", "bpo-editors"],
        };
        return "grace-" + subject[..8];
    }

    /// <summary>Presses the button; answers what the program says to that.</summary>
    internal static async Task<HttpResponseMessage> PressAsync(AccountBrowser browser, string returnUrl = "", bool stay = false)
    {
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await browser.FormTokenAsync(), ["ReturnUrl"] = returnUrl,
        };
        if (stay)
            fields["Stay"] = "true";
        return await browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/account/sign-in/provider") { Content = new FormUrlEncodedContent(fields) });
    }

    /// <summary>Presses the button and goes to the provider; answers the address that it sends back to.</summary>
    internal async Task<string> AskAsync(AccountBrowser browser, string returnUrl = "", bool stay = false)
    {
        using var pressed = await PressAsync(browser, returnUrl, stay);
        Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
        Assert.StartsWith(Provider.Issuer + "/authorize?", pressed.Headers.Location!.ToString(), StringComparison.Ordinal);
        var back = await Provider.VisitAsync(pressed.Headers.Location);
        Assert.StartsWith("https://localhost/account/sign-in/callback?", back.ToString(), StringComparison.Ordinal);
        return back.PathAndQuery;
    }

    /// <summary>Signs in all the way; answers where that leads.</summary>
    internal async Task<string> SignInAsync(AccountBrowser browser, string returnUrl = "", bool stay = false)
    {
        using var answer = await browser.GetAsync(await AskAsync(browser, returnUrl, stay));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }
}
