namespace BpoDirectory.BrowserTests.Editing;

/// <summary>A table on its way into the directory, and out again.</summary>
[Collection(SecondBrowser.Name)]
public sealed class ImportTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Table_is_chosen_compared_imported_and_undone(int width)
    {
        var name = $"Zubrowka Unit {width}";
        await using var ada = await server.LetInAsync(chromium, "Ada", Reader.Of(width));
        await ada.GoToFormAsync("/admin/import");
        await Axe.AssertNoViolationAsync(ada.Page);

        await ada.Page.Locator("#file").SetInputFilesAsync(File($"Unit,Purpose,Old code\n{name},Keeps zubrowka.,1\n,Nameless.,2\n"));
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "What the columns hold" })).ToBeVisibleAsync();
        await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);
        await ada.Page.GetByLabel("Office", new() { Exact = true }).SelectOptionAsync("back");
        await ada.ClickAsync("Compare with the directory");

        await Expect(ada.Page.GetByText("1 of 1 right rows chosen")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByText("Name: Enter a department name.")).ToBeVisibleAsync();
        await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);
        await ada.Page.ReloadAsync();
        await ada.ClickAsync("Import 1 row");

        await Expect(ada.Page.GetByText("Imported: 1 new and 0 changed departments.")).ToBeVisibleAsync();
        await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);
        await ada.ClickAsync("Undo the whole import…");
        await ada.ClickAsync("Undo");
        await Expect(ada.Page.GetByText("what it created is archived")).ToBeVisibleAsync();
    }

    private static FilePayload File(string content) =>
        new() { Name = "units.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(content) };
}
