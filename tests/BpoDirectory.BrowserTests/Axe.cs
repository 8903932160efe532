using Deque.AxeCore.Commons;

namespace BpoDirectory.BrowserTests;

/// <summary>The accessibility rules that every page is held to.</summary>
public static class Axe
{
    // Put into the page itself: the package's own runner opens another tab for each run, which takes longer than the rules do.
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'], preload: false })
            .then(result => result.violations.map(one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.html).join('; ')}`))
        """;

    private static readonly object Rules = new
    {
        type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" },
    };

    private static readonly object Contrast = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } };

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

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, object rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run, rules);
    }
}
