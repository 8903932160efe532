namespace BpoDirectory.BrowserTests;

public sealed class CoverageTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    private ILocator Payroll =>
        Page.Locator("main tbody tr")
            .Filter(new() { Has = Page.GetByRole(AriaRole.Link, new() { Name = "Payroll processing", Exact = true }) });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Functions_are_narrowed_and_shown_as_a_table(bool hasScript)
    {
        await OpenAsync("/coverage", Reader.AtADesk with { HasScript = hasScript });

        await Page.GetByLabel("Owners").SelectOptionAsync("Several owners");
        await Page.GetByLabel("Office").SelectOptionAsync("Front office");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("owner=several&office=front"));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Table", Exact = true }).ClickAsync();

        await Expect(Page).ToHaveURLAsync("/coverage?office=front&owner=several&view=table");
        await Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = "Co-owners" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_mark_leads_to_the_owner_by_keyboard()
    {
        await OpenAsync("/coverage");

        await Payroll.GetByRole(AriaRole.Link, new() { Name = "Co-owner" }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page).ToHaveURLAsync("/functions/payroll-processing#owner-human-resources");
        await Expect(Page.Locator("#owner-human-resources")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task On_a_phone_each_function_is_followed_by_its_owners()
    {
        await OpenAsync("/coverage", Reader.OnAPhone);

        Nothing.In(await Page.EvaluateAsync<string[]>(Scripts.Overflowing));
        await Expect(Payroll.GetByText("Main owner")).ToBeVisibleAsync();
        var names = await Payroll.Locator("td[data-label]")
            .EvaluateAllAsync<string[]>("cells => cells.map(cell => getComputedStyle(cell, '::after').content)");
        Assert.Equal(["\"Finance and Accounting\"", "\"Human Resources\""], names);
    }

    [Fact]
    public async Task Paper_shows_the_matrix_without_what_is_pressed()
    {
        await OpenAsync("/coverage");

        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(Page.Locator("main table")).ToBeVisibleAsync();
        await Expect(Page.Locator("main form")).ToBeHiddenAsync();
        await Expect(Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
    }
}
