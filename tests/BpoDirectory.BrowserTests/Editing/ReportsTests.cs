namespace BpoDirectory.BrowserTests.Editing;

/// <summary>What readers report and what those who watch are told, on a phone and without script where there is none.</summary>
[Collection(SecondBrowser.Name)]
public sealed class ReportsTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    [Fact]
    public async Task Mistake_that_a_reader_reports_is_compared_and_accepted_and_told_to_who_watches()
    {
        await using var cleo = await server.LetInAsync(chromium, "Cleo");
        await cleo.Page.GotoAsync("/departments/logistics");
        await cleo.Page.GetByRole(AriaRole.Button, new() { Name = "Watch", Exact = true }).ClickAsync();
        await Expect(cleo.Page.GetByRole(AriaRole.Button, new() { Name = "Watching", Exact = true })).ToBeVisibleAsync();

        await using var context = await chromium.NewReaderAsync(server.Address, Reader.OnAPhone.WithoutScript);
        var reader = await context.NewPageAsync();
        await reader.GotoAsync("/departments/logistics");
        await reader.GetByRole(AriaRole.Link, new() { Name = "Report a mistake" }).ClickAsync();
        await reader.GetByLabel("Which part").SelectOptionAsync("summary");
        await reader.GetByLabel("how this part should read").CheckAsync();
        await reader.GetByLabel("Your text").FillAsync("Moves goods, and stores them.");
        await reader.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        await Expect(reader.GetByText("Your report is kept")).ToBeVisibleAsync();

        await using var ada = await server.LetInAsync(chromium, "Ada", Reader.OnAPhone);
        await ada.Page.GotoAsync("/admin");
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "1 report" }).ClickAsync();
        await Expect(ada.Page.GetByLabel("Summary, as it will read")).ToHaveValueAsync("Moves goods, and stores them.");
        await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);
        await ada.ClickAsync("Save and accept");
        await Expect(ada.Page.GetByText("The text is saved")).ToBeVisibleAsync();

        await cleo.Page.GotoAsync("/account/watching");
        await Expect(cleo.Page.GetByText("edited by Ada")).ToBeVisibleAsync();
        await Axe.AssertNoViolationInEitherColoursAsync(cleo.Page);
        await cleo.ClickAsync("Mark all as seen");
        await Expect(cleo.Page.GetByText("Nothing is new.")).ToBeVisibleAsync();

        await ada.Page.GotoAsync("/report?page=%2Fdepartments%2Flogistics&part=summary");
        await Expect(ada.Page.GetByLabel("Which part")).ToHaveValueAsync("summary");
        await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);
    }
}
