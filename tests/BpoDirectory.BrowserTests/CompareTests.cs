namespace BpoDirectory.BrowserTests;

public sealed class CompareTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    private const string SalesOrMarketing = "/compare?department=sales&department=marketing";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Departments_ticked_among_results_are_compared_by_keyboard(bool hasScript)
    {
        await OpenAsync("/departments", Reader.AtADesk with { HasScript = hasScript });

        foreach (var name in new[] { "Compare Marketing", "Compare Sales" })
        {
            await Page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true }).FocusAsync();
            await Page.Keyboard.PressAsync("Space");
        }
        var compare = Page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true });
        await Expect(compare).ToBeInViewportAsync();
        await compare.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page).ToHaveURLAsync("/compare?department=marketing&department=sales");
        await Expect(Heading).ToHaveTextAsync("Marketing or Sales?");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Departments_are_chosen_in_the_form(bool hasScript)
    {
        await OpenAsync("/compare", Reader.OnAPhone with { HasScript = hasScript });

        await Page.GetByLabel("First department").SelectOptionAsync("Sales");
        await Page.GetByLabel("Second department").SelectOptionAsync("Legal");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();

        await Expect(Heading).ToHaveTextAsync("Sales or Legal?");
    }

    [Fact]
    public async Task What_both_own_and_what_one_owns_alone_fit_one_screen()
    {
        await OpenAsync(SalesOrMarketing);

        foreach (var heading in new[] { "Functions both own", "Functions of one only" })
            await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task On_a_phone_every_cell_says_whose_it_is()
    {
        await OpenAsync(SalesOrMarketing, Reader.OnAPhone);

        Nothing.In(await Page.EvaluateAsync<string[]>(Scripts.Overflowing));
        var names = await Page.Locator("main tbody td")
            .EvaluateAllAsync<string[]>("cells => cells.map(cell => getComputedStyle(cell, '::before').content)");
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Matches("^\"(Sales|Marketing)\"$", name));
    }

    [Fact]
    public async Task Paper_shows_the_table_alone()
    {
        await OpenAsync(SalesOrMarketing);

        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(Page.Locator("main table")).ToBeVisibleAsync();
        await Expect(Page.Locator("main form")).ToBeHiddenAsync();
        await Expect(Page.GetByText("Add a third department")).ToBeHiddenAsync();
    }
}
