using System.Text.RegularExpressions;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>What was typed and never reached the server, on a page that is slow to come alive.</summary>
[Collection(ThirdBrowser.Name)]
public sealed class UnheardTextTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    private const string DrawWhatIsKeptLate = """
        const { get, set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
        Object.defineProperty(HTMLTextAreaElement.prototype, 'value', {
          configurable: true,
          get,
          set(value) {
            if (value.endsWith(' One.')) {
              set.call(this, '');
              setTimeout(() => set.call(this, value), 4_000);
            } else {
              set.call(this, value);
            }
          },
        });
        """;

    [Fact]
    public async Task It_waits_for_the_text_that_it_goes_on_from()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await TypeHeardAndUnheardAsync(ada, "marketing");

        await ada.Page.AddInitScriptAsync(DrawWhatIsKeptLate);
        await ada.Page.ReloadAsync();
        await ada.ContinueAsync();

        await Expect(ada.Summary).ToHaveValueAsync(new Regex(" One[.] Two[.]$"));
    }

    [Fact]
    public async Task It_comes_back_to_a_field_that_is_folded()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("finance-and-accounting");
        await ada.UnfoldAsync("responsibilities-1-text");
        var detail = ada.Page.Locator("#field-responsibilities-1-detail");
        await TypeHeardAndUnheardAsync(ada, detail);

        await ada.Page.ReloadAsync();
        await ada.ContinueAsync();

        await Expect(detail).ToHaveValueAsync(new Regex("One[.] Two[.]$"));
        await Expect(ada.Page.Locator("#field-responsibilities-0-detail")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task It_is_held_by_the_browser_however_late_the_script_comes()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.RouteAsync(new Regex("/editor[^/]*[.]js"), async route =>
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            await route.ContinueAsync();
        });
        await TypeHeardAndUnheardAsync(ada, "sales");

        await ada.Page.ReloadAsync();
        await ada.ContinueAsync();

        await Expect(ada.Summary).ToHaveValueAsync(new Regex(" One[.] Two[.]$"));
    }

    // As if the server had missed the end of the text, and drew the rest of it when the field had been left.
    [Fact]
    public async Task It_is_told_again_where_the_server_draws_less_than_was_typed()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("quality-assurance");
        await ada.Summary.PressSequentiallyAsync(" One.");
        await ada.KeptAsync();
        await ada.Page.EvaluateAsync("() => { window.send = WebSocket.prototype.send; WebSocket.prototype.send = () => {}; }");
        await ada.Summary.PressSequentiallyAsync(" Two.");
        await ada.Page.EvaluateAsync("() => { WebSocket.prototype.send = window.send; }");
        await ada.Page.Keyboard.PressAsync("Tab");

        await ada.Summary.EvaluateAsync("field => { field.value = field.value.replace(/wo[.]$/, ''); }");

        await Expect(ada.Summary).ToHaveValueAsync(new Regex(" One[.] Two[.]$"));
        await ada.SaveAsync();
        await ada.SavedAsync();
        await ada.Page.GotoAsync("/departments/quality-assurance");
        await Expect(ada.Page.GetByText(" One. Two.").First).ToBeVisibleAsync();
    }

    private static async Task TypeHeardAndUnheardAsync(Editor editor, string slug)
    {
        await editor.OpenAsync(slug);
        await TypeHeardAndUnheardAsync(editor, editor.Summary);
    }

    private static async Task TypeHeardAndUnheardAsync(Editor editor, ILocator field)
    {
        await field.PressSequentiallyAsync(" One.");
        await editor.KeptAsync();
        await editor.Page.EvaluateAsync("() => { WebSocket.prototype.send = () => {}; }");
        await field.PressSequentiallyAsync(" Two.");
    }
}
