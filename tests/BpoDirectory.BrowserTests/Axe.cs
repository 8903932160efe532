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

    public static async Task AssertNoViolationAsync(IPage page) => Nothing.In(await ViolationsAsync(page));

    /// <summary>What breaks the rules in the page as it is now.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(Rules);
        return [.. result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}")];
    }
}
