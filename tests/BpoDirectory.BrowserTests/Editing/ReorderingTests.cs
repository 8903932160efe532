namespace BpoDirectory.BrowserTests.Editing;

[Collection(ThirdBrowser.Name)]
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

    [Fact]
    public async Task Keys_pressed_faster_than_the_server_answers_all_count()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("human-resources");
        var first = Responsibility(ada, 0);
        var text = await first.InputValueAsync();

        await first.EvaluateAsync("""
            field => {
              field.focus();
              for (let press = 0; press < 4; press++)
                field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
            }
            """);

        await Expect(Responsibility(ada, 4)).ToHaveValueAsync(text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task Pressed_twice_a_row_is_moved_twice_and_removed_alone(int pause)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("human-resources");
        var texts = await TextsAsync(ada);

        await PressTwiceAsync(ada, ada.Page.Locator("#field-responsibilities li").Nth(1).GetByTitle("Down (Alt + Down)"), pause);
        await Expect(Responsibility(ada, 3)).ToHaveValueAsync(texts[1]);
        await PressTwiceAsync(ada, ada.Page.Locator("#field-responsibilities li").Nth(3).GetByTitle("Remove"), pause);

        await Expect(Responsibility(ada, 3)).ToHaveValueAsync(texts[4]);
        // Handled after the presses: with two rows removed there would never be as many again.
        await ada.ClickAsync("Add a responsibility");
        await Expect(Responsibility(ada, texts.Length - 1)).ToHaveValueAsync("");
        Assert.Equal(texts.Where(text => text != texts[1]).Append(""), await TextsAsync(ada));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task Pressed_twice_a_button_removes_one_function_and_one_word(int pause)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("human-resources");
        await RemoveTwiceAsync(ada, ada.Page.Locator("#field-functions li"), ada.Summary, pause);
        await ada.GoToFormAsync("/admin/functions/recruitment");
        for (var word = 0; word < 3; word++)
        {
            await ada.ClickAsync("Add a synonym");
            await ada.Page.Locator("#field-synonyms li input:focus").FillAsync($"Word {word}");
        }
        var synonyms = ada.Page.Locator("#field-synonyms li");
        await RemoveTwiceAsync(ada, synonyms, synonyms.Last.Locator("input"), pause);
    }

    [Fact]
    public async Task A_row_moved_by_keyboard_stays_in_sight_and_the_page_never_jumps_further_than_to_it()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("human-resources");
        await Responsibility(ada, 3).FocusAsync();
        // As far as a browser goes that shows a row which has just left the screen.
        var farthest = await ada.Page.EvaluateAsync<double>("() => innerHeight * 0.6");

        for (var place = 4; place <= 6; place++)
            await MoveAsync("Alt+ArrowDown", place);
        for (var place = 5; place >= 1; place--)
            await MoveAsync("Alt+ArrowUp", place);

        async Task MoveAsync(string keys, int place)
        {
            var before = await ScrolledAsync(ada);
            await ada.Page.Keyboard.PressAsync(keys);
            await Expect(Responsibility(ada, place)).ToBeFocusedAsync();
            await ada.Page.EvaluateAsync(Scripts.StandsStill);
            Assert.InRange(await ScrolledAsync(ada) - before, -farthest, farthest);
            Assert.True(await Responsibility(ada, place).EvaluateAsync<bool>(Scripts.IsInSight), $"{keys} to {place} leads out of sight");
        }
    }

    private static ILocator Responsibility(Editor editor, int place) => editor.Page.Locator($"#field-responsibilities-{place}-text");

    private static Task<double> ScrolledAsync(Editor editor) => editor.Page.EvaluateAsync<double>("() => scrollY");

    private static Task<string[]> TextsAsync(Editor editor) =>
        editor.Page.Locator("#field-responsibilities")
            .EvaluateAsync<string[]>("list => [...list.querySelectorAll('[id$=\"-text\"]')].map(field => field.value)");

    private async Task RemoveTwiceAsync(Editor editor, ILocator rows, ILocator field, int pause)
    {
        var count = await rows.CountAsync();
        await PressTwiceAsync(editor, rows.First.GetByRole(AriaRole.Button, new() { Name = "Remove" }), pause);
        await Expect(rows).Not.ToHaveCountAsync(count);
        // What is typed after the presses is kept after they were handled.
        var text = $"Typed after the presses, {Guid.NewGuid():N}";
        await field.FillAsync(text);
        await StoredDrafts.WaitForAsync(server.DatabaseFile, text);
        await Expect(rows).ToHaveCountAsync(count - 1);
    }

    // Where the button was at the first press, whatever is there at the second. A press goes out as a whole: the rows must not change
    // between its two ends, and they do where the second is only sent when the first was answered.
    private static async Task PressTwiceAsync(Editor editor, ILocator button, int pause)
    {
        await button.ScrollIntoViewIfNeededAsync();
        var box = (await button.BoundingBoxAsync())!;
        var mouse = editor.Page.Mouse;
        await mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        for (var press = 1; press <= 2; press++)
        {
            if (press > 1)
                await Task.Delay(pause);
            await Task.WhenAll(mouse.DownAsync(new() { ClickCount = press }), mouse.UpAsync(new() { ClickCount = press }));
        }
    }
}
