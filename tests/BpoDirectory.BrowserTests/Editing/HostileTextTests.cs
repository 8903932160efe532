namespace BpoDirectory.BrowserTests.Editing;

[Collection(SecondBrowser.Name)]
public sealed class HostileTextTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    private static readonly string[] Corpus =
    [
        "<script>hit()</script>",
        "<img src=x onerror=hit()>",
        "\"><svg onload=hit()>",
        "' onfocus=hit() autofocus='",
        "</textarea><script>hit()</script>",
        "[press](javascript:hit())",
        "![x](javascript:hit())",
        "<javascript:hit()>",
        "[press](data:text/html,<script>hit()</script>)",
        "{{constructor.constructor('hit()')()}}",
    ];

    [Fact]
    public async Task Nothing_typed_is_ever_executed()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        var hit = false;
        await ada.Page.ExposeFunctionAsync("hit", () => hit = true);
        await ada.OpenAsync("legal");
        // Where anything may stand in a channel, where a note needs a zone, and where a contract needs a partner's work.
        await ada.ClickAsync("Add a channel");
        await ada.Page.Locator("#field-channels-0-kind").SelectOptionAsync("Visit");
        await ada.PickAsync("timeZone", "UTC", "UTC");
        await ada.Page.Locator("#field-delivery").SelectOptionAsync("Shared");
        await ada.ClickAsync("Add a tag");
        await ada.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => { part.open = true; })");
        await Expect(ada.Page.Locator("details.more:not(:has(.folded))")).ToHaveCountAsync(0);
        var texts = string.Join("\n\n", Corpus);

        foreach (var field in await ada.Page.Locator(".form input:not([type=checkbox], [type=radio], [type=number], [role=combobox]), .form textarea").AllAsync())
            if (await field.GetAttributeAsync("id") is { } id && id is not ("field-slug" or "field-reviewIntervalDays"))
                await field.FillAsync(id == "field-description" ? texts : id == "field-tags-0" ? "<b onclick=hit()>tag</b>" : Fitting(id));
        await ada.Page.Locator("#field-name").FillAsync("<img src=x onerror=hit()>");
        await ada.KeptAsync();
        foreach (var link in await ada.Page.Locator(".preview a").AllAsync())
            Assert.Matches("^(https?:|mailto:|/|#)", await link.GetAttributeAsync("href"));
        await ada.SaveAsync();
        await ada.SavedAsync();
        foreach (var address in new[]
        {
            "/admin/departments/legal", "/admin/departments", "/admin/departments/legal/history?from=1&to=2", "/departments/legal",
            "/departments/legal/history?from=1&to=2", "/?q=hit", "/compare?department=legal&department=sales",
        })
        {
            await ada.Page.GotoAsync(address);
            await ada.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.Empty(await ada.Page.Locator("main :is([onerror], [onload], [onfocus], script)").AllAsync());
        }

        Assert.False(hit);
    }

    // Every field gets a text of its own: most of them must differ from each other.
    private static string Fitting(string id) => $"{Corpus[Math.Abs(id.GetHashCode(StringComparison.Ordinal)) % Corpus.Length]} {id}";
}
