namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Whatever ends without warning, server or browser, what was typed is given back.</summary>
[Collection(ThirdBrowser.Name)]
public sealed class SuddenEndTests(Chromium chromium, MortalServer server) : IClassFixture<MortalServer>
{
    [Fact]
    public async Task A_killed_server_gives_back_what_was_kept_and_what_was_typed_while_it_was_gone()
    {
        await using var ada = await server.LetInAsync(chromium);
        await ada.OpenAsync("legal");
        await ada.Summary.PressSequentiallyAsync(" One.");
        await ada.KeptAsync();

        await ada.Summary.PressSequentiallyAsync(" Two.");
        await server.KillAsync();
        await ada.Summary.PressSequentiallyAsync(" Three.");
        await Expect(ada.Page.GetByText("The connection is interrupted.")).ToBeVisibleAsync();
        await Axe.AssertNoViolationAsync(ada.Page);
        Assert.Empty(await Overlap.FindAsync(ada.Page, "#components-reconnect-modal", ".save-bar *"));
        await ada.Summary.PressSequentiallyAsync(" Four.");
        await server.StartAgainAsync();
        await ada.ContinueAsync();

        await Expect(ada.Summary).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(" One[.] Two[.] Three[.] Four[.]$"));
        await ada.KeptAsync();
    }

    [Fact]
    public async Task What_was_typed_to_a_server_that_had_fallen_silent_unnoticed_is_not_lost()
    {
        await using var ada = await server.LetInAsync(chromium);
        await ada.Page.Clock.InstallAsync();
        await ada.OpenAsync("marketing");
        await ada.Summary.PressSequentiallyAsync(" One.");
        await ada.KeptAsync();

        server.Pause();
        await ada.Summary.PressSequentiallyAsync(" Two.");
        await ada.Page.Clock.FastForwardAsync(45_000);
        await Expect(ada.Page.GetByText("The connection is interrupted.")).ToBeVisibleAsync();
        await server.KillAsync();
        await server.StartAgainAsync();
        await ada.ContinueAsync();

        await Expect(ada.Summary).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(" One[.] Two[.]$"));
    }

    [Fact]
    public async Task What_was_typed_in_a_row_that_then_moved_comes_back_in_that_row_alone()
    {
        await using var ada = await server.LetInAsync(chromium);
        await ada.OpenAsync("human-resources");
        ILocator Row(int place) => ada.Page.Locator($"#field-responsibilities-{place}-text");
        var (second, third) = (await Row(1).InputValueAsync(), await Row(2).InputValueAsync());
        await Row(2).PressAsync("End");
        await Row(2).PressSequentiallyAsync(" One.");
        await ada.ClickAsync($"Move “{third} One.” up");
        await Expect(Row(1)).ToHaveValueAsync($"{third} One.");
        await StoredDrafts.WaitForAsync(server.DatabaseFile, $"{third} One.", second);

        await server.KillAsync();
        await Row(1).PressAsync("End");
        await Row(1).PressSequentiallyAsync(" Two.");
        await server.StartAgainAsync();
        await ada.ContinueAsync();

        await Expect(Row(1)).ToHaveValueAsync($"{third} One. Two.");
        await Expect(Row(2)).ToHaveValueAsync(second);
    }

    [Fact]
    public async Task Words_of_a_list_come_back_in_the_rows_that_they_were_typed_in()
    {
        await using var ada = await server.LetInAsync(chromium);
        await ada.GoToFormAsync("/admin/functions/recruitment");
        var words = ada.Page.GetByRole(AriaRole.Group, new() { Name = "Synonyms" }).Locator("input");
        ILocator Word(int place) => words.Nth(place);
        var place = await words.CountAsync();
        await ada.ClickAsync("Add a synonym");
        await Expect(words).ToHaveCountAsync(place + 1);
        var first = await Word(0).InputValueAsync();
        await Word(place).PressSequentiallyAsync("One");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = $"Remove “{first}”" }).ClickAsync();
        await Expect(Word(place - 1)).ToHaveValueAsync("One");
        var before = await Word(0).InputValueAsync();
        await StoredDrafts.WaitForAsync(server.DatabaseFile, $"[\"{before}\"", "\"One\"]");

        await server.KillAsync();
        await Word(place - 1).PressAsync("End");
        await Word(place - 1).PressSequentiallyAsync(" Two");
        await server.StartAgainAsync();
        await ada.ContinueAsync();

        await Expect(Word(place - 1)).ToHaveValueAsync("One Two");
        await Expect(Word(0)).ToHaveValueAsync(before);
        await Expect(Word(place)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("operations", true)]
    [InlineData("logistics", false)]
    public async Task What_was_taken_back_does_not_come_back(string slug, bool isSaved)
    {
        await using var ada = await server.LetInAsync(chromium);
        await ada.OpenAsync(slug);
        var before = await ada.Summary.InputValueAsync();
        await ada.Summary.PressSequentiallyAsync(" More.");
        if (isSaved)
        {
            await ada.SaveAsync();
            await ada.SavedAsync();
            await ada.Undo.ClickAsync();
        }
        else
        {
            await ada.ClickAsync("Discard…");
            await ada.ClickAsync("Discard");
        }
        await Expect(ada.Summary).ToHaveValueAsync(before);
        await ada.Page.EvaluateAsync("() => { window.isOld = true; }");

        await server.KillAsync();
        await Expect(ada.Page.GetByText("The connection is interrupted.")).ToBeVisibleAsync();
        await server.StartAgainAsync();
        await ada.Page.WaitForFunctionAsync("() => !window.isOld");
        await ada.ReadyAsync();
        await Expect(ada.Page.GetByText("Draft kept")).ToBeHiddenAsync();
        // Whatever came back would be kept with what is typed now.
        await ada.Page.GetByLabel("Description", new() { Exact = true }).PressSequentiallyAsync("Typed afterwards.");
        await StoredDrafts.WaitForAsync(server.DatabaseFile, "Typed afterwards.");

        await Expect(ada.Summary).ToHaveValueAsync(before);
        Assert.False(await StoredDrafts.HasAsync(server.DatabaseFile, " More.", "Typed afterwards."));
    }

    [Theory]
    [InlineData("/admin/departments/sales/archive")]
    [InlineData("/admin/departments/finance-and-accounting/history?from=2&to=1")]
    public async Task Note_on_what_is_not_done_yet_outlives_the_server(string address)
    {
        await using var ada = await server.LetInAsync(chromium);
        if (address.Contains("history", StringComparison.Ordinal))
        {
            await ada.OpenAsync("finance-and-accounting");
            await ada.Summary.PressSequentiallyAsync(" More.");
            await ada.SaveAsync();
            await ada.SavedAsync();
        }
        await ada.Page.GotoAsync(address);
        var note = ada.Page.GetByLabel("Note");
        await Expect(note).ToBeEditableAsync();
        await note.PressSequentiallyAsync("One.");
        await Expect(ada.Page.Locator("#note-state")).ToContainTextAsync("Kept ");
        await ada.Page.EvaluateAsync("() => { window.isOld = true; }");

        await server.KillAsync();
        await note.PressSequentiallyAsync(" Two.");
        await Expect(ada.Page.GetByText("The connection is interrupted.")).ToBeVisibleAsync();
        await server.StartAgainAsync();
        await ada.Page.WaitForFunctionAsync("() => !window.isOld");

        await Expect(note).ToBeEditableAsync();
        await Expect(note).ToHaveValueAsync("One. Two.");
    }

    [Fact]
    public async Task A_killed_browser_gives_the_draft_back_to_the_next_one()
    {
        await using (var ada = await server.LetInAsync(chromium))
        {
            await ada.OpenAsync("sales");
            await ada.Summary.PressSequentiallyAsync(" And much more.");
            await ada.KeptAsync();
        }

        await using var again = await server.LetInAsync(chromium);
        await again.OpenAsync("sales");
        await again.ContinueAsync();

        Assert.EndsWith(" And much more.", await again.Summary.InputValueAsync(), StringComparison.Ordinal);
    }
}
