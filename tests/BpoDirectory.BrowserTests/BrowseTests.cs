using System.Text.RegularExpressions;

namespace BpoDirectory.BrowserTests;

/// <summary>Finding one's way by looking around instead of asking.</summary>
public sealed class BrowseTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task The_navigation_leads_to_every_part_of_the_directory(int width, bool hasScript)
    {
        await OpenAsync("/", Reader.Of(width) with { HasScript = hasScript });

        foreach (var (link, heading) in new[]
                 {
                     ("Departments", "Departments"), ("Functions", "Who does what: functions A to Z"), ("Service lines", "Service lines"),
                     ("Coverage", "Coverage"), ("Types", "Outsourcing types"), ("Guide", "Guide"), ("About", "About this directory"),
                 })
        {
            var navigation = Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
            if (!await navigation.IsVisibleAsync())
                await Page.Locator("header summary").ClickAsync();
            await navigation.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
            await Expect(Heading).ToContainTextAsync(heading);
            await Expect(Page.Locator("nav[aria-label=Main] [aria-current=page]")).ToHaveTextAsync(link);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Functions_are_narrowed_to_those_that_contain_a_word(bool hasScript)
    {
        await OpenAsync("/functions", Reader.AtADesk with { HasScript = hasScript });
        var functions = Page.Locator("main").GetByRole(AriaRole.Heading, new() { Level = 3 });
        var all = await functions.CountAsync();

        await Question.FillAsync("payroll");
        await Question.PressAsync("Enter");

        await Expect(Page).ToHaveURLAsync("/functions?q=payroll");
        await Expect(functions.First).ToContainTextAsync("ayroll");
        Assert.InRange(await functions.CountAsync(), 1, all / 4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_letter_leads_to_the_functions_that_begin_with_it(bool hasScript)
    {
        await OpenAsync("/functions", Reader.OnAPhone with { HasScript = hasScript });

        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Letters" }).GetByRole(AriaRole.Link, new() { Name = "P", Exact = true })
            .ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "P", Exact = true })).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData("/service-lines", "Human Resources")]
    [InlineData("/outsourcing-types", "KPO")]
    public async Task A_list_leads_to_its_entries_and_they_lead_to_departments(string list, string entry)
    {
        await OpenAsync(list);

        await Page.Locator("main").GetByRole(AriaRole.Heading, new() { NameRegex = new Regex($"^{entry}") }).GetByRole(AriaRole.Link)
            .ClickAsync();
        await Expect(Heading).ToContainTextAsync(entry);
        var department = Page.Locator("main a[href^='/departments/']").First;
        var name = await department.InnerTextAsync();
        await department.ClickAsync();

        await Expect(Heading).ToHaveTextAsync(name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_search_in_the_header_answers_from_any_page(bool hasScript)
    {
        await OpenAsync("/guide", Reader.AtADesk with { HasScript = hasScript });

        var search = Page.Locator("header input[type=search]");
        await search.FillAsync("payroll");
        await search.PressAsync("Enter");

        await Expect(Count).ToHaveTextAsync("2 results for ‘payroll’");
        await Expect(Question).ToHaveValueAsync("payroll");
    }
}
