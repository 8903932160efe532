namespace BpoDirectory.BrowserTests.Editing;

[Collection(EditorsBrowser.Name)]
public sealed class ReorderingTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    [Fact]
    public async Task A_responsibility_is_dragged_to_another_place()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("legal");
        var rows = ada.Page.Locator("#field-responsibilities li");
        await Expect(rows.Nth(2).Locator("#field-responsibilities-2-text")).ToHaveValueAsync("Handles compliance issues");

        await rows.Nth(2).Locator(".handle").DragToAsync(rows.Nth(0));

        await Expect(ada.Page.Locator("#field-responsibilities-0-text")).ToHaveValueAsync("Handles compliance issues");
        await Expect(ada.Page.Locator("#field-responsibilities-1-text")).ToHaveValueAsync("Handles legal matters");
        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.Locator(".changes")).ToContainTextAsync("Moved");
    }
}
