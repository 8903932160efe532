using System.Text.RegularExpressions;
namespace BpoDirectory.BrowserTests.Editing;

[Collection(ThirdBrowser.Name)]
public sealed class DraftTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    [Fact]
    public async Task What_was_typed_is_given_back_after_the_tab_was_closed()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("legal");
        await ada.Summary.PressSequentiallyAsync(" And much more.");
        await ada.KeptAsync();

        await ada.ChangeTabAsync();
        await ada.OpenAsync("legal");
        await Expect(ada.Page.GetByText("You have a draft")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByText(new Regex(@"\b[Kk]ept (just now|\d.* ago) and not saved yet"))).ToBeVisibleAsync();
        await ada.ClickAsync("Continue the draft");

        Assert.EndsWith(" And much more.", await ada.Summary.InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_tab_has_kept_is_given_back_though_another_goes_on_typing()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("customer-service");
        var second = await ada.Page.Context.NewPageAsync();
        await second.GotoAsync("/admin/departments/customer-service");
        await Expect(second.Locator("fieldset.form:enabled")).ToBeVisibleAsync();
        await ada.Summary.FillAsync("Summary of the first tab.");
        await ada.KeptAsync();
        await second.GetByLabel("Summary", new() { Exact = true }).FillAsync("Summary of the second tab.");
        await Expect(second.GetByText("Draft kept")).ToBeVisibleAsync();
        var description = second.GetByLabel("Description", new() { Exact = true });
        await description.PressSequentiallyAsync("One. ");
        await StoredDrafts.WaitForAsync(server.DatabaseFile, "One. ");
        await description.PressSequentiallyAsync("Two. ");
        await StoredDrafts.WaitForAsync(server.DatabaseFile, "One. Two. ");
        await second.CloseAsync();
        await ada.ChangeTabAsync();

        await ada.OpenAsync("customer-service");
        await ada.ContinueAsync();

        await Expect(ada.Summary).ToHaveValueAsync("Summary of the second tab.");
        await Expect(ada.Page.GetByLabel("Description", new() { Exact = true }))
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex("One. Two. "));
        await Expect(ada.Page.Locator(".notice .typed")).ToHaveTextAsync("Summary of the first tab.");
        await Axe.AssertNoViolationAsync(ada.Page);
        await ada.ClickAsync("Done with it");
        await ada.SaveAsync();
        await ada.SavedAsync();
        await ada.OpenAsync("customer-service");
        await Expect(ada.Page.GetByText("You have a draft")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Each_new_department_that_was_begun_can_be_gone_on_with()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/departments/new");
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Bridges");
        await ada.KeptAsync();
        await ada.ChangeTabAsync();
        await ada.GoToFormAsync("/admin/departments/new");
        await ada.ClickAsync("Begin another department");
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Tunnels");
        await ada.KeptAsync();
        await ada.ChangeTabAsync();

        foreach (var name in new[] { "Bridges", "Tunnels" })
        {
            await ada.Page.GotoAsync("/admin");
            await ada.Page.GetByRole(AriaRole.Link, new() { Name = $"{name} (new department)" }).ClickAsync();
            await ada.ContinueAsync();
            await Expect(ada.Page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync(name);
        }
    }

    [Fact]
    public async Task No_character_is_lost_by_somebody_who_types_faster_than_the_server_answers()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("logistics");
        var words = string.Concat(Enumerable.Range(1, 40).Select(number => $" word{number}"));

        await ada.Summary.PressSequentiallyAsync(words);
        await ada.KeptAsync();

        Assert.EndsWith(words, await ada.Summary.InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_with_something_unsaved_asks_and_staying_keeps_it()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("sales");
        await ada.Summary.PressSequentiallyAsync(" More.");
        await ada.KeptAsync();
        var asked = new TaskCompletionSource<string>();
        ada.Page.Dialog += (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            _ = dialog.DismissAsync();
        };

        await ada.Page.Locator("header .brand").ClickAsync();

        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromMinutes(2)));
        Assert.EndsWith(" More.", await ada.Summary.InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_not_yet_created_is_given_back()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("operations");
        await ada.ClickAsync("Create a function");
        await ada.Page.GetByLabel("Name of the function").FillAsync("Bridge repair");
        await ada.Page.GetByLabel("What the work is").FillAsync("Mends bridges.");
        await ada.KeptAsync();

        await ada.ChangeTabAsync();
        await ada.OpenAsync("operations");
        await ada.ClickAsync("Compare");
        await Expect(ada.Page.GetByText("typed beside it: Bridge repair")).ToBeVisibleAsync();
        await ada.ClickAsync("Continue the draft");

        await Expect(ada.Page.GetByLabel("Name of the function")).ToHaveValueAsync("Bridge repair");
        await Expect(ada.Page.GetByLabel("What the work is")).ToHaveValueAsync("Mends bridges.");
        await ada.ClickAsync("Create and add");
        await Expect(ada.Page.Locator("strong.name", new() { HasText = "Bridge repair" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_discarded_draft_is_gone()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("marketing");
        var before = await ada.Summary.InputValueAsync();
        await ada.Summary.PressSequentiallyAsync(" More.");
        await ada.KeptAsync();

        await ada.ClickAsync("Discard…");
        await ada.ClickAsync("Discard");

        await Expect(ada.Summary).ToHaveValueAsync(before);
        await ada.OpenAsync("marketing");
        await Expect(ada.Summary).ToHaveValueAsync(before);
    }
}
