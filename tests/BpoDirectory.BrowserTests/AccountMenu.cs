namespace BpoDirectory.BrowserTests;

/// <summary>The menu of whoever is signed in, in the bar of every page.</summary>
public static class AccountMenu
{
    public const string Button = "details.account > summary";

    public const string SignOutButton = "form[action='/account/sign-out'] button";

    /// <summary>Waits until somebody is signed in.</summary>
    public static Task SignedInAsync(IPage page) => Expect(page.Locator(Button)).ToBeVisibleAsync();

    public static async Task SignOutAsync(IPage page)
    {
        await page.Locator(Button).ClickAsync();
        await page.Locator(SignOutButton).ClickAsync();
        await Expect(page.Locator(Button)).ToHaveCountAsync(0);
    }
}
