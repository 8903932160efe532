namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Whatever ends without warning, server or browser, what was typed is given back.</summary>
[Collection(EditorsBrowser.Name)]
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
