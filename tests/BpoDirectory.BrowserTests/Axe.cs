using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace BpoDirectory.BrowserTests;

/// <summary>The accessibility rules that every page is held to.</summary>
public static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly AxeRunOptions Contrast = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] }, ResultTypes = [ResultType.Violations] };

    public static async Task AssertNoViolationAsync(IPage page) => Nothing.In(await ViolationsAsync(page));

    /// <summary>The page breaks no rule in light colours, nor in dark ones, where only the colours are others.</summary>
    public static async Task AssertNoViolationInEitherColoursAsync(IPage page)
    {
        await AssertNoViolationAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        Nothing.In(await PaleTextsAsync(page));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>What breaks the rules in the page as it is now.</summary>
    public static Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => RunAsync(page, Rules);

    /// <summary>Texts that stand out too little: all that can break when only the colours change.</summary>
    public static Task<IReadOnlyList<string>> PaleTextsAsync(IPage page) => RunAsync(page, Contrast);

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, AxeRunOptions rules)
    {
        var result = await page.RunAxe(rules);
        return [.. result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}")];
    }
}
