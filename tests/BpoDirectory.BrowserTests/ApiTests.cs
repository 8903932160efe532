namespace BpoDirectory.BrowserTests;

public sealed class ApiTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_footer_leads_to_what_programs_can_ask(bool hasScript)
    {
        await OpenAsync("/about", Reader.Of(1280) with { HasScript = hasScript });

        await Page.GetByRole(AriaRole.Contentinfo).GetByRole(AriaRole.Link, new() { Name = "Read API" }).ClickAsync();

        await Expect(Heading).ToHaveTextAsync("Read API");
        var find = Page.Locator("#listDepartments");
        await Expect(find.GetByRole(AriaRole.Heading, new() { Name = "Find departments" })).ToBeVisibleAsync();
        await Expect(find).ToContainTextAsync("1 to 100; 25 when absent");
        await Expect(find).ToContainTextAsync("front, back, both, none");
    }
}
