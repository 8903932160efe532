namespace BpoDirectory.BrowserTests.Editing;

/// <summary>What is wrong with how pages look, gathered over many of them.</summary>
public sealed class Findings
{
    private const int PhoneWidth = 390;

    private readonly List<string> _all = [];

    /// <summary>
    /// Looks at the page, without colours on their way to others: the rules of accessibility, then the colours alone in the dark, its width
    /// and its
    /// targets, and the last two once more on a phone, with the rules where <paramref name="rulesOnAPhone"/> asks for them. The window is
    /// as tall as
    /// the page meanwhile: what scrolls under a bar that stays in view is not too small because of it.
    /// </summary>
    public async Task LookAsync(IPage page, string what, bool rulesOnAPhone = false)
    {
        var window = page.ViewportSize!;
        await ShowAllAsync(page);
        await CheckRulesAsync(page, what);
        await MeasureAsync(page, what);
        if (window.Width > PhoneWidth)
        {
            await page.SetViewportSizeAsync(PhoneWidth, window.Height);
            await ShowAllAsync(page);
            if (rulesOnAPhone)
                await CheckRulesAsync(page, $"{what} on a phone");
            await MeasureAsync(page, $"{what} on a phone");
        }
        await page.SetViewportSizeAsync(window.Width, window.Height);
    }

    private async Task CheckRulesAsync(IPage page, string what)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        Add(what, await Axe.ViolationsAsync(page));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Add($"{what} in the dark", await Axe.PaleTextsAsync(page));
    }

    private async Task MeasureAsync(IPage page, string what)
    {
        Add($"{what} is too wide", await page.EvaluateAsync<string[]>(Scripts.Overflowing));
        Add($"{what} has a small target", await page.EvaluateAsync<string[]>(Scripts.SmallTargets));
    }

    // Texts may grow with the window, and the page with them.
    private static async Task ShowAllAsync(IPage page)
    {
        const int attempts = 4;
        for (var i = 0; i < attempts && await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight") is var height
            && height > page.ViewportSize!.Height; i++)
            await page.SetViewportSizeAsync(page.ViewportSize.Width, height);
    }

    public void AssertNone() => Nothing.In(_all);

    private void Add(string what, IEnumerable<string> found) => _all.AddRange(found.Select(one => $"{what}: {one}"));
}
