using BpoDirectory.Data;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Accounts;

/// <summary>A test with somebody who signs in by the sign-in page.</summary>
public abstract class AccountTest(Chromium chromium, AccountServer server) : BrowserTest(chromium, server)
{
    /// <summary>What the page says was done.</summary>
    protected ILocator Done => Page.Locator(".notice[role=status]");

    protected static Reader Still(int width) => Reader.Of(width) with { Motion = ReducedMotion.Reduce };

    /// <summary>Opens the sign-in page, signs in and is led to a page.</summary>
    protected async Task EnterAsync(string name, string address, Reader? reader = null)
    {
        await OpenAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(address)}", reader);
        await SignInAsync(name, AccountServer.Password);
        await AccountMenu.SignedInAsync(Page);
    }

    protected async Task SignInAsync(string name, string password)
    {
        await Page.GetByLabel("User name").FillAsync(name);
        await Page.GetByLabel("Password").FillAsync(password);
        await ClickAsync("Sign in");
    }

    protected Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>The page breaks no rule of accessibility in either colours, and nothing of it is too wide or too small.</summary>
    protected async Task AssertGoodAsync()
    {
        await Axe.AssertNoViolationInEitherColoursAsync(Page);
        Nothing.In(await Page.EvaluateAsync<string[]>(Scripts.Overflowing));
        Nothing.In(await Page.EvaluateAsync<string[]>(Scripts.SmallTargets));
    }

    /// <summary>Changes the database behind the program's back, as time would.</summary>
    protected Task WriteAsync(Func<DirectoryDbContext, Task> change) => server.Services.GetRequiredService<WriteGate>().WriteAsync(change);
}
