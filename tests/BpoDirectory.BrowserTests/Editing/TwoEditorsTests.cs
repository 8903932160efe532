namespace BpoDirectory.BrowserTests.Editing;

[Collection(SharedBrowser.Name)]
public sealed class TwoEditorsTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    [Fact]
    public async Task Changes_that_do_not_overlap_both_survive()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("legal");
        await ben.OpenAsync("legal");
        await ada.Summary.FillAsync("Handles what is legal.");
        await ben.Page.Locator("#field-officeReason").FillAsync("It works inside.");

        await ada.SaveAsync();
        await ada.SavedAsync();
        await ben.SaveAsync();
        await Expect(ben.Page.GetByText("Nothing overlaps")).ToBeVisibleAsync();
        await Expect(ben.Page.GetByText("Taken over from that version")).ToContainTextAsync("Summary");
        await ben.ClickAsync("Save the merged version");
        await ben.SavedAsync();

        await Expect(ben.Summary).ToHaveValueAsync("Handles what is legal.");
        await Expect(ben.Page.Locator("#field-officeReason")).ToHaveValueAsync("It works inside.");
    }

    [Fact]
    public async Task Changes_that_overlap_are_shown_side_by_side_and_nothing_typed_is_lost()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("sales");
        await ben.OpenAsync("sales");
        await ada.Summary.FillAsync("Sells what Ada says.");
        await ben.Summary.FillAsync("Sells what Ben says.");

        await ada.SaveAsync();
        await ada.SavedAsync();
        await ben.SaveAsync();

        var choice = ben.Page.GetByRole(AriaRole.Group, new() { Name = "Summary" });
        await Expect(choice).ToContainTextAsync("Ada");
        await Expect(choice).ToContainTextAsync("Ben");
        await Expect(ben.Page.GetByRole(AriaRole.Button, new() { Name = "Save the merged version" })).ToBeDisabledAsync();
        await choice.GetByLabel("Write it anew").CheckAsync();
        await choice.GetByLabel("What shall stand").FillAsync("Sells what both say.");
        await ben.ClickAsync("Save the merged version");
        await ben.SavedAsync();
        await Expect(ben.Summary).ToHaveValueAsync("Sells what both say.");
    }

    [Fact]
    public async Task Each_sees_that_the_other_is_there_and_when_they_leave()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("marketing");
        await using (var ben = await server.LetInAsync(chromium, "Ben"))
        {
            await ben.OpenAsync("marketing");

            await Expect(ada.Page.GetByText("Also editing: Ben")).ToBeVisibleAsync();
            await Expect(ben.Page.GetByText("Also editing: Ada")).ToBeVisibleAsync();
            await ben.Page.GotoAsync("/about");
        }
        await Expect(ada.Page.GetByText("Also editing: Ben")).ToBeHiddenAsync();
    }
}
