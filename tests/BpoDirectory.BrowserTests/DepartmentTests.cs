using System.Text.RegularExpressions;

namespace BpoDirectory.BrowserTests;

public sealed class DepartmentTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_contents_lead_to_each_section(bool hasScript)
    {
        await OpenAsync("/departments/finance-and-accounting", Reader.OnAPhone with { HasScript = hasScript });
        var contents = Page.GetByRole(AriaRole.Navigation, new() { Name = "On this page" }).GetByRole(AriaRole.Link);
        Assert.InRange(await contents.CountAsync(), 5, 9);

        foreach (var link in await contents.AllAsync())
        {
            await link.ClickAsync();
            var anchor = new Uri(Page.Url).Fragment;
            await Expect(Page.Locator($"main h2{anchor}")).ToHaveTextAsync(await link.InnerTextAsync());
            await Expect(Page.Locator($"main h2{anchor}")).ToBeInViewportAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_source_leads_to_its_place_on_the_page_of_sources(bool hasScript)
    {
        await OpenAsync("/departments/legal", Reader.AtADesk with { HasScript = hasScript });
        var link = Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^S\\d: ") }).First;
        var code = (await link.InnerTextAsync())[..2];

        await link.ClickAsync();

        await Expect(Page).ToHaveURLAsync($"/about#{code}");
        await Expect(Page.Locator($"#{code}")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sources_are_shown_by_name_when_they_are_asked_for(bool hasScript)
    {
        await OpenAsync("/departments/human-resources", Reader.AtADesk with { HasScript = hasScript });
        var responsibilities = Page.GetByRole(AriaRole.Region, new() { Name = "Responsibilities" });
        await Expect(responsibilities.GetByRole(AriaRole.Link).First).ToHaveTextAsync(new Regex("^(S\\d|ED)$"));

        await Page.GetByRole(AriaRole.Link, new() { Name = "Show sources" }).ClickAsync();

        await Expect(responsibilities.GetByRole(AriaRole.Link).First).ToHaveTextAsync(new Regex("^(S\\d|ED): "));
        await Expect(Page.GetByText("so both own it")).ToBeVisibleAsync();
        Assert.Equal("/departments/human-resources?sources=1", Here);

        await Page.GetByRole(AriaRole.Link, new() { Name = "Hide sources" }).ClickAsync();
        await Expect(Page.GetByText("so both own it")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_function_leads_to_all_who_handle_it_and_on_to_them()
    {
        await OpenAsync("/departments/finance-and-accounting");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Payroll processing" }).ClickAsync();
        await Expect(Heading).ToHaveTextAsync("Payroll processing");
        await Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Human Resources", Exact = true }).First.ClickAsync();

        await Expect(Heading).ToHaveTextAsync("Human Resources");
        await Expect(Heading).ToBeFocusedAsync();
    }
}
