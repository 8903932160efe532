using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace BpoDirectory.BrowserTests.Editing;

[Collection(SharedBrowser.Name)]
public sealed class EditorAccessibilityTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task No_page_of_an_editor_has_a_violation_in_either_colours_or_moves_sideways(int width)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada", Reader.Of(width) with { Motion = ReducedMotion.Reduce });
        var findings = new List<string>();
        foreach (var address in new[]
        {
            "/admin", "/admin/departments", "/admin/departments/sales", "/admin/departments/new", "/admin/departments/sales/archive",
            "/admin/departments/sales/history", "/departments/sales/history?from=1&to=1",
            "/admin/functions", "/admin/functions/payroll-processing", "/admin/functions/payroll-processing/history",
            "/admin/functions/payroll-processing/archive", "/admin/guide/what-is-bpo/archive", "/admin/service-lines", "/admin/service-lines/new", "/admin/outsourcing-types", "/admin/outsourcing-types/new",
            "/admin/guide", "/admin/guide/new", "/admin/synonyms", "/admin/synonyms/1",
        })
        {
            await ada.Page.GotoAsync(address);
            await Expect(ada.Page.Locator("main fieldset:disabled")).ToHaveCountAsync(0);
            await LookAsync(ada.Page, address, findings);
        }
        await ada.OpenAsync("sales");
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("");
        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.GetByText("One thing has to be mended first")).ToBeVisibleAsync();
        await LookAsync(ada.Page, "problems", findings);
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Sales and more");
        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.GetByText("What your save will change")).ToBeVisibleAsync();
        await LookAsync(ada.Page, "review", findings);
        await ada.ClickAsync("Back to editing");
        await ada.ClickAsync("Discard…");
        await ada.ClickAsync("Discard");

        Nothing.In(findings);
    }

    private static async Task LookAsync(IPage page, string what, List<string> findings)
    {
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            var result = await page.RunAxe(Rules);
            findings.AddRange(result.Violations.Select(violation =>
                $"{what}, {colours}: {violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
        }
        findings.AddRange((await page.EvaluateAsync<string[]>(Scripts.Overflowing)).Select(wide => $"{what} is too wide: {wide}"));
        findings.AddRange((await page.EvaluateAsync<string[]>(Scripts.SmallTargets)).Select(small => $"{what} has a small target: {small}"));
    }
}
