namespace BpoDirectory.BrowserTests.Editing;

[Collection(ThirdBrowser.Name)]
public sealed class UndoTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    [Fact]
    public async Task A_new_department_can_be_taken_back_at_once_and_that_too()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/departments/new?copy=legal");
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Bridge law");
        await ada.SaveAsync();
        await Expect(ada.Page.GetByText("Saved, as version 1.")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("h1")).ToHaveTextAsync("Edit Bridge law");
        await Expect(ada.Page).ToHaveURLAsync("/admin/departments/bridge-law");

        await ada.Undo.ClickAsync();
        await Expect(ada.Page.GetByText("The new department is archived")).ToBeVisibleAsync();
        Assert.Equal(404, await StatusAsync(ada));

        await ada.ClickAsync("Restore it");
        await Expect(ada.Page.GetByText("Restored, as version 3.")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("#editor-saved button")).ToHaveCountAsync(0);
        Assert.Equal(200, await StatusAsync(ada));
    }

    [Fact]
    public async Task A_save_is_undone_from_the_message_that_tells_of_it()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("marketing");
        var before = await ada.Summary.InputValueAsync();
        await ada.Summary.FillAsync("Changed.");
        await ada.SaveAsync();
        await ada.SavedAsync();
        await Expect(Messages(ada)).ToContainTextAsync("Marketing: saved.");
        await Axe.AssertNoViolationAsync(ada.Page);

        await Messages(ada).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(ada.Page.GetByText("Everything is as it was before your last save.")).ToBeVisibleAsync();
        await Expect(ada.Summary).ToHaveValueAsync(before);
        await Expect(Messages(ada)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_message_offers_to_undo_what_was_undone_in_the_page_or_typed_over(bool isUndone)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("quality-assurance");
        await ada.Summary.FillAsync($"Changed, {Guid.NewGuid():N}.");
        await ada.SaveAsync();
        await ada.SavedAsync();
        await Expect(Messages(ada)).ToHaveCountAsync(1);

        await (isUndone ? ada.Undo.ClickAsync() : ada.Summary.FillAsync("Typed on."));

        await Expect(Messages(ada)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_archived_from_a_list_is_restored_from_the_message_that_says_so_but_not_over_a_later_version()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        var names = ada.Page.Locator("main tbody .name");
        await ada.Page.GotoAsync("/admin/service-lines");
        await Expect(names.First).ToBeVisibleAsync();
        var before = await names.AllTextContentsAsync();
        await ada.Page.GetByLabel($"Select {before[0]}", new() { Exact = true }).CheckAsync();
        await ada.Page.GetByLabel($"Select {before[1]}", new() { Exact = true }).CheckAsync();

        await ada.ClickAsync("Archive");
        await ada.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Archive", Exact = true }).ClickAsync();
        await Expect(ada.Page.GetByText("2 service lines archived.")).ToBeVisibleAsync();
        await Expect(names).ToHaveTextAsync(before.Skip(2));
        await Axe.AssertNoViolationAsync(ada.Page);
        await ada.ClickAsync("Undo");

        await Expect(ada.Page.GetByText("2 service lines restored again.")).ToBeVisibleAsync();
        await Expect(names).ToHaveTextAsync(before);
        await Expect(ada.Page.GetByText("2 service lines archived.")).ToHaveCountAsync(0);

        await ada.Page.GetByLabel($"Select {before[0]}", new() { Exact = true }).CheckAsync();
        await ada.ClickAsync("Archive");
        await ada.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Archive", Exact = true }).ClickAsync();
        await Expect(ada.Page.GetByText($"{before[0]} archived.")).ToBeVisibleAsync();
        var other = await ada.Page.Context.NewPageAsync();
        await other.GotoAsync("/admin/service-lines?show=archived");
        await other.GetByRole(AriaRole.Link, new() { Name = $"Restore… {before[0]}" }).ClickAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Restore", Exact = true }).ClickAsync();
        await Expect(other.GetByText("Restored, as version")).ToBeVisibleAsync();
        await ada.ClickAsync("Undo");

        await Expect(ada.Page.GetByText($"{before[0]}: somebody has just changed it.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_copy_is_there_again_after_an_older_draft_of_a_new_department_was_discarded()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/departments/new");
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Half an idea");
        await ada.KeptAsync();
        await ada.ChangeTabAsync();
        await ada.GoToFormAsync("/admin/departments/new?copy=customer-service");
        await ada.ClickAsync("Discard…");
        await ada.ClickAsync("Discard it");

        await Expect(ada.Summary)
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex("customer", System.Text.RegularExpressions.RegexOptions.IgnoreCase));
        await Expect(ada.Page.Locator("#field-responsibilities-0-text")).Not.ToHaveValueAsync("");
        await ada.Page.Locator("#field-functions li.row summary").First.ClickAsync();
        await Expect(ada.Page.Locator("#field-functions-0-rank")).Not.ToHaveValueAsync("99");
    }

    [Fact]
    public async Task What_somebody_saved_since_is_not_undone()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("sales");
        await ada.Summary.FillAsync("Sells what Ada says.");
        await ada.SaveAsync();
        await ada.SavedAsync();
        await ben.OpenAsync("sales");
        await ben.Summary.FillAsync("Sells what Ben says.");
        await ben.SaveAsync();
        await ben.SavedAsync();

        await ada.Undo.ClickAsync();

        await Expect(Messages(ada)).ToHaveCountAsync(0);
        await Expect(ada.Page.GetByText("Not undone: somebody has saved a newer version since.")).ToBeVisibleAsync();
        await ben.OpenAsync("sales");
        await Expect(ben.Summary).ToHaveValueAsync("Sells what Ben says.");
    }

    private static ILocator Messages(Editor ada) => ada.Page.Locator(".messages .mud-alert");

    private static async Task<int> StatusAsync(Editor ada) => (await ada.Page.APIRequest.GetAsync("/departments/bridge-law")).Status;
}
