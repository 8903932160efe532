namespace BpoDirectory.BrowserTests.Editing;

[Collection(ThirdBrowser.Name)]
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
        await ben.ClickAsync("Review changes");
        await Expect(ben.Page.GetByText("Nothing overlaps")).ToBeVisibleAsync();
        await Expect(ben.Page.GetByText("It was Ada")).ToBeVisibleAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Group, new() { Name = "Summary" })).ToContainTextAsync("Only they changed it");
        await Expect(ben.Page.GetByRole(AriaRole.Group, new() { Name = "Reason for the office" }))
            .ToContainTextAsync("Only you changed it");
        await ben.ClickAsync("Review the merged version");
        await Expect(ben.Page.Locator("dl.changes")).ToContainTextAsync("Reason for the office");
        await Expect(ben.Page.Locator("dl.changes")).Not.ToContainTextAsync("Summary");
        await ben.ClickAsync("Save");
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
        await ben.ClickAsync("Review changes");

        var choice = ben.Page.GetByRole(AriaRole.Group, new() { Name = "Summary" });
        await Expect(choice).ToContainTextAsync("Ada");
        await Expect(choice).ToContainTextAsync("Ben");
        await Expect(ben.Page.GetByRole(AriaRole.Button, new() { Name = "Review the merged version" })).ToBeDisabledAsync();
        await choice.GetByLabel("Write it anew").CheckAsync();
        await choice.GetByLabel("What shall stand").FillAsync("Sells what both say.");
        await ben.SaveMergedAsync();
        await ben.SavedAsync();
        await Expect(ben.Summary).ToHaveValueAsync("Sells what both say.");
    }

    [Fact]
    public async Task What_is_written_anew_for_an_overlap_is_given_back_after_the_tab_was_closed()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("call-center");
        await ben.OpenAsync("call-center");
        await ada.Summary.FillAsync("Leads as Ada says.");
        await ben.Summary.FillAsync("Leads as Ben says.");
        await ada.SaveAsync();
        await ada.SavedAsync();
        await ben.ClickAsync("Review changes");
        await ben.Page.GetByLabel("Write it anew").CheckAsync();
        await ben.Page.GetByLabel("What shall stand").FillAsync("Leads as both say.");
        await StoredDrafts.WaitForAsync(server.DatabaseFile, "Leads as both say.");

        await ben.ChangeTabAsync();
        await ben.OpenAsync("call-center");
        await ben.ContinueAsync();
        await ben.ClickAsync("Review changes");

        await Expect(ben.Page.GetByLabel("Write it anew")).ToBeCheckedAsync();
        await Expect(ben.Page.GetByLabel("What shall stand")).ToHaveValueAsync("Leads as both say.");
        await ben.SaveMergedAsync();
        await ben.SavedAsync();
        await Expect(ben.Summary).ToHaveValueAsync("Leads as both say.");
        await ben.OpenAsync("call-center");
        await Expect(ben.Page.GetByText("You have a draft")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task One_item_that_both_changed_can_be_written_anew_where_both_are_shown()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("quality-assurance");
        await ben.OpenAsync("quality-assurance");
        await ada.Page.Locator("#field-responsibilities-0-text").FillAsync("Ada’s checks");
        await ben.Page.Locator("#field-responsibilities-0-text").FillAsync("Ben’s checks");

        await ada.SaveAsync();
        await ada.SavedAsync();
        await ben.ClickAsync("Review changes");
        await ben.Page.GetByLabel("Write it anew").CheckAsync();
        await Expect(ben.Page.GetByLabel("Responsibility", new() { Exact = true })).ToHaveValueAsync("Ben’s checks");
        await ben.Page.GetByLabel("Responsibility", new() { Exact = true }).FillAsync("The checks of both");
        await ben.Page.GetByLabel("Detail", new() { Exact = true }).FillAsync("Each their own.");
        await ben.SaveMergedAsync();
        await ben.SavedAsync();

        await Expect(ben.Page.Locator("#field-responsibilities-0-text")).ToHaveValueAsync("The checks of both");
        await ben.UnfoldAsync("responsibilities-0-text");
        await Expect(ben.Page.Locator("#field-responsibilities-0-detail")).ToHaveValueAsync("Each their own.");
    }

    [Fact]
    public async Task Different_items_of_a_list_and_different_lines_of_a_description_go_together()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("logistics");
        await ben.OpenAsync("logistics");
        var description = await ada.Page.Locator("#field-description").InputValueAsync();
        await ada.Page.Locator("#field-description").FillAsync($"Ada’s first line.\n\n{description}");
        await ada.Page.Locator("#field-responsibilities-0-text").FillAsync("Ada’s work");
        await ben.Page.Locator("#field-description").FillAsync($"{description}\n\nBen’s last line.");
        await ben.Page.Locator("#field-responsibilities-1-text").FillAsync("Ben’s work");

        await ada.SaveAsync();
        await ada.SavedAsync();
        await ben.ClickAsync("Review changes");
        await Expect(ben.Page.GetByText("Nothing overlaps")).ToBeVisibleAsync();
        await ben.SaveMergedAsync();
        await ben.SavedAsync();

        await Expect(ben.Page.Locator("#field-responsibilities-0-text")).ToHaveValueAsync("Ada’s work");
        await Expect(ben.Page.Locator("#field-responsibilities-1-text")).ToHaveValueAsync("Ben’s work");
        await Expect(ben.Page.Locator("#field-description")).ToHaveValueAsync($"Ada’s first line.\n\n{description}\n\nBen’s last line.");
    }

    [Fact]
    public async Task Two_orders_of_a_list_are_shown_by_what_their_items_say()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("marketing");
        await ben.OpenAsync("marketing");
        var (first, second, third) = (await TextAsync(ada, 0), await TextAsync(ada, 1), await TextAsync(ada, 2));
        await ada.ClickAsync($"Move “{second}” up");
        await ben.ClickAsync($"Move “{third}” up");

        await ada.SaveAsync();
        await ada.SavedAsync();
        await ben.ClickAsync("Review changes");

        var sides = ben.Page.GetByRole(AriaRole.Group, new() { Name = "Responsibilities: the order" }).Locator("ol");
        await Expect(sides).ToHaveCountAsync(3);
        foreach (var (side, order) in new[] { new[] { first, second, third }, [first, third, second], [second, first, third] }.Index())
            Assert.Equal(order, (await sides.Nth(side).Locator("li").AllInnerTextsAsync()).Take(3));
        await ben.Page.GetByLabel("Take yours").CheckAsync();
        await ben.SaveMergedAsync();
        await ben.SavedAsync();
        Assert.Equal(third, await TextAsync(ben, 1));

        static Task<string> TextAsync(Editor editor, int place) =>
            editor.Page.Locator($"#field-responsibilities-{place}-text").InputValueAsync();
    }

    [Fact]
    public async Task A_list_that_two_put_into_different_orders_can_be_arranged_anew_by_keyboard_too()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("payment-processing");
        await ben.OpenAsync("payment-processing");
        var (first, second, third) = (await TextAsync(ada, 0), await TextAsync(ada, 1), await TextAsync(ada, 2));
        await ada.ClickAsync($"Move “{second}” up");
        await ben.ClickAsync($"Move “{third}” up");
        await ada.SaveAsync();
        await ada.SavedAsync();
        await ben.ClickAsync("Review changes");

        var order = ben.Page.GetByRole(AriaRole.Group, new() { Name = "Responsibilities: the order" }).First;
        await order.GetByLabel("Arrange it yourself").CheckAsync();
        await Expect(order.Locator("[data-row]").First).ToContainTextAsync(first);
        await order.GetByRole(AriaRole.Button, new() { Name = $"Move “{third}” up" }).ClickAsync();
        await Expect(order.Locator("[data-row]").First).ToContainTextAsync(third);
        await Axe.AssertNoViolationAsync(ben.Page);
        await order.GetByRole(AriaRole.Button, new() { Name = $"Move “{first}” down" }).PressAsync("Alt+ArrowDown");
        await Expect(order.Locator("[data-row]").Nth(2)).ToContainTextAsync(first);
        await Expect(order.GetByRole(AriaRole.Button, new() { Name = $"Move “{first}” down" })).ToBeFocusedAsync();
        await ben.SaveMergedAsync();
        await ben.SavedAsync();

        Assert.Equal([third, second, first], [await TextAsync(ben, 0), await TextAsync(ben, 1), await TextAsync(ben, 2)]);

        static Task<string> TextAsync(Editor editor, int place) =>
            editor.Page.Locator($"#field-responsibilities-{place}-text").InputValueAsync();
    }

    [Fact]
    public async Task Who_edits_what_was_archived_meanwhile_is_told_and_loses_nothing()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ben.OpenAsync("healthcare-services");
        await ben.Summary.FillAsync("As Ben says.");
        await ada.Page.GotoAsync("/admin/departments/healthcare-services/archive");
        await ada.ClickAsync("Archive");
        await Expect(ada.Page.GetByText("Archived, as version 2.")).ToBeVisibleAsync();

        await ben.ClickAsync("Review changes");
        await Expect(ben.Page.GetByText("The department was archived meanwhile: what you save, readers see when it is restored."))
            .ToBeVisibleAsync();
        await ben.SaveMergedAsync();
        await ben.SavedAsync();

        await ada.ClickAsync("Undo");
        await ben.Page.GotoAsync("/admin/departments/healthcare-services/archive");
        await ben.ClickAsync("Restore");
        await Expect(ben.Page.GetByText("Restored, as version 4.")).ToBeVisibleAsync();
        await ben.Page.GotoAsync("/departments/healthcare-services");
        await Expect(ben.Page.GetByText("As Ben says.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_third_save_during_the_merge_is_merged_too()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("operations");
        await ben.OpenAsync("operations");
        await ada.Summary.FillAsync("Runs what Ada says.");
        await ben.Summary.FillAsync("Runs what Ben says.");
        await ada.SaveAsync();
        await ada.SavedAsync();
        await ben.ClickAsync("Review changes");
        await ben.Page.GetByLabel("Take yours").CheckAsync();

        await ada.Summary.FillAsync("Runs what Ada says now.");
        await ada.SaveAsync();
        await Expect(ada.Page.GetByText("Saved, as version 3.")).ToBeVisibleAsync();
        await Expect(ben.Page.GetByText("Ada saved version 3")).ToBeVisibleAsync();
        await ben.ClickAsync("Review the merged version");

        await Expect(ben.Page.GetByText("Somebody saved version 3 while you were editing")).ToBeVisibleAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Group, new() { Name = "Summary" })).ToContainTextAsync(" now");
        await Expect(ben.Page.GetByRole(AriaRole.Button, new() { Name = "Review the merged version" })).ToBeDisabledAsync();
        await ben.Page.GetByLabel("Take theirs").CheckAsync();
        await ben.ClickAsync("Back to editing");
        await Expect(ben.Summary).ToHaveValueAsync("Runs what Ben says.");
    }

    [Fact]
    public async Task Who_edits_is_told_at_once_of_what_somebody_saved_and_is_led_to_the_merge()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("it-support");
        await ben.OpenAsync("it-support");
        await ada.Summary.FillAsync("Helps as Ada says.");
        await ben.Summary.FillAsync("Helps as Ben says.");
        await ada.SaveAsync();
        await ada.SavedAsync();

        await Expect(ben.Page.GetByText("Ada saved version 2")).ToBeVisibleAsync(new() { Timeout = 2_000 });
        await Expect(ben.Page.GetByText("You are editing version 1")).ToBeVisibleAsync();
        await Expect(ben.Page.GetByText("Version 2, saved")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByText("saved version 2")).ToBeHiddenAsync();
        await Axe.AssertNoViolationAsync(ben.Page);
        await ben.ClickAsync("Compare and merge");
        await ben.Page.GetByRole(AriaRole.Group, new() { Name = "Summary" }).GetByLabel("Take yours").CheckAsync();
        await ben.SaveMergedAsync();
        await ben.SavedAsync();

        await Expect(ben.Summary).ToHaveValueAsync("Helps as Ben says.");
        await Expect(ada.Page.GetByText("Ben saved version 3")).ToBeVisibleAsync(new() { Timeout = 2_000 });
        await ada.ClickAsync("Show version 3");
        await Expect(ada.Summary).ToHaveValueAsync("Helps as Ben says.");
        await Expect(ada.Page.GetByText("Ben saved version 3")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_somebody_saves_between_review_and_save_is_merged()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("research-and-development");
        await ben.OpenAsync("research-and-development");
        await ada.Summary.FillAsync("Finds out what Ada says.");
        await ben.Page.Locator("#field-officeReason").FillAsync("It works inside.");
        await ben.ClickAsync("Review changes");
        await Expect(ben.Page.GetByRole(AriaRole.Heading, new() { Name = "What your save will change" })).ToBeVisibleAsync();
        await ada.SaveAsync();
        await ada.SavedAsync();

        await Expect(ben.Page.GetByText("Ada saved version 2")).ToBeVisibleAsync();
        await ben.ClickAsync("Save");
        await Expect(ben.Page.GetByText("Nothing overlaps")).ToBeVisibleAsync();
        await ben.SaveMergedAsync();
        await ben.SavedAsync();

        await Expect(ben.Summary).ToHaveValueAsync("Finds out what Ada says.");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task That_another_edits_too_covers_nothing(int width)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada", Reader.Of(width));
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("content-moderation");
        await ben.OpenAsync("content-moderation");
        await Expect(ada.Page.GetByText("Also editing: Ben")).ToBeVisibleAsync();

        foreach (var place in new[] { 0, 300, 900 })
        {
            await ada.Page.EvaluateAsync("place => scrollTo(0, place)", place);
            Assert.Empty(await Overlap.FindAsync(ada.Page, ".also", ".form :is(label, .label, input, textarea, select, button, h2)"));
        }
    }

    [Fact]
    public async Task Whose_browser_ended_without_a_word_is_soon_gone()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("bpo-department");
        var another = new Chromium();
        await another.InitializeAsync();
        var ben = await server.LetInAsync(another, "Ben");
        await ben.OpenAsync("bpo-department");
        await Expect(ada.Page.GetByText("Also editing: Ben")).ToBeVisibleAsync();

        await another.CrashAsync();

        await Expect(ada.Page.GetByText("Also editing: Ben")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Settings_that_a_colleague_saved_are_not_saved_over_and_nothing_typed_is_lost()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        foreach (var editor in new[] { ada, ben })
            await editor.GoToFormAsync("/admin/settings");
        await Field(ada, "name").FillAsync("Ada’s");
        await Field(ada, "headline").FillAsync("Ada’s question?");
        await Field(ben, "name").FillAsync("Ben’s");
        await Field(ben, "reportAddress").FillAsync("ben@example.com");

        await ada.ClickAsync("Save");
        await Expect(ada.Page.GetByText("Saved. Every page shows it from now on.")).ToBeVisibleAsync();
        await ben.ClickAsync("Save");

        await Expect(ben.Page.GetByText("Not saved: Ada saved other settings")).ToBeVisibleAsync();
        await Expect(ben.Page.Locator(".newer li"))
            .ToHaveTextAsync(
            [
                "Name: BPO Directory → Ada’s",
                "Question over the search box: Who handles what in outsourcing? → Ada’s question?",
            ]);
        await AssertFieldsAsync(ben, "Ben’s", "Ada’s question?", "ben@example.com");
        await Axe.AssertNoViolationInEitherColoursAsync(ben.Page);
        await ada.GoToFormAsync("/admin/settings");
        await AssertFieldsAsync(ada, "Ada’s", "Ada’s question?", "");

        await ben.ClickAsync("Save");
        await Expect(ben.Page.GetByText("Saved. Every page shows it from now on.")).ToBeVisibleAsync();
        await ada.GoToFormAsync("/admin/settings");
        await AssertFieldsAsync(ada, "Ben’s", "Ada’s question?", "ben@example.com");

        static ILocator Field(Editor editor, string name) => editor.Page.Locator($"#field-{name}");
        static async Task AssertFieldsAsync(Editor editor, string name, string headline, string address)
        {
            await Expect(Field(editor, "name")).ToHaveValueAsync(name);
            await Expect(Field(editor, "headline")).ToHaveValueAsync(headline);
            await Expect(Field(editor, "reportAddress")).ToHaveValueAsync(address);
        }
    }

    [Fact]
    public async Task Each_sees_that_the_other_is_there_and_when_they_leave()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("project-management");
        await using (var ben = await server.LetInAsync(chromium, "Ben"))
        {
            await ben.OpenAsync("project-management");

            await Expect(ada.Page.GetByText("Also editing: Ben")).ToBeVisibleAsync();
            await Expect(ben.Page.GetByText("Also editing: Ada")).ToBeVisibleAsync();
            await ben.Page.GotoAsync("/about");
            await Expect(ada.Page.GetByText("Also editing: Ben")).ToBeHiddenAsync();
        }
    }
}
