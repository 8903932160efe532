using BpoDirectory.Accounts;
using BpoDirectory.Editing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Accounts;

/// <summary>With what a directory begins, as the first administrator chooses at the set-up.</summary>
public sealed class SetUpStartTests : IDisposable
{
    private readonly DirectoryApp _app = new();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("", false)]
    [InlineData("empty", true)]
    public async Task Directory_begins_as_the_first_administrator_chooses(string start, bool isEmpty)
    {
        await _app.Services.GetRequiredService<SetUpLink>().ExecuteTask!;
        var code = await _app.Services.GetRequiredService<AccountLinks>().OfferSetUpAsync();
        var browser = new AccountBrowser(_app.CreateClient(new WebApplicationFactoryClientOptions
        {
            BaseAddress = new Uri("https://localhost"),
            AllowAutoRedirect = false,
            HandleCookies = false,
        }));

        using var answer = await browser.SubmitAsync(
            $"/account/set-up?code={code}", "new-account",
            ("DisplayName", "Root"), ("UserName", "root"), ("Password", AccountApp.Password), ("Start", start));

        Assert.Equal("/admin", answer.Headers.Location!.OriginalString.Replace("https://localhost", "", StringComparison.Ordinal));
        using var home = await browser.GetAsync("/");
        Assert.Equal(isEmpty, (await home.Content.ReadAsStringAsync()).Contains("The directory is still empty", StringComparison.Ordinal));
        var state = await _app.Services.GetRequiredService<BuiltInCatalog>().CountAsync();
        Assert.Equal((isEmpty, !isEmpty), (state.InUse == 0, state.Archived == 0));
    }
}
