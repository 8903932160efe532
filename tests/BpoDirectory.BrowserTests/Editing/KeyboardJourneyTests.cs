namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Editing a department from signing in to undoing, without a mouse and with the focus in sight at every stop.</summary>
[Collection(ThirdBrowser.Name)]
public sealed class KeyboardJourneyTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    private const int MostStops = 300;

    private IPage _page = null!;

    private ILocator Focused => _page.Locator("*:focus");

    [Fact]
    public async Task A_department_is_found_changed_saved_and_undone_by_keyboard_alone()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        _page = ada.Page;
        await _page.GotoAsync("/");
        await ReachAsync(AccountMenu.Button);
        await PressAsync("Enter");
        await ReachAsync(AccountMenu.SignOutButton);
        await PressAsync("Enter");
        await Expect(_page.Locator(AccountMenu.Button)).ToHaveCountAsync(0);

        await SignInAsync(ada);
        await FindLegalAsync(ada);
        await ChangeSummaryAsync();
        await CiteSourceAsync();
        await ArrangeResponsibilitiesAsync();
        await ChooseFunctionsAsync();
        await SaveAsync();
        await UndoAsync(ada);
    }

    private async Task SignInAsync(Editor ada)
    {
        await _page.GotoAsync("/admin");
        await ReachAsync("#UserName");
        await TypeAsync(ada.UserName);
        await ReachAsync("#Password");
        await TypeAsync(ada.Password);
        await PressAsync("Enter");
        await Expect(_page).ToHaveURLAsync("/admin");
    }

    private async Task FindLegalAsync(Editor ada)
    {
        await ReachAsync("a[href='/admin/departments']");
        await PressAsync("Enter");
        await Expect(_page.Locator("h1", new() { HasText = "Departments" })).ToBeVisibleAsync();
        await Expect(_page.Locator(".data-list input[type=search]")).ToBeEnabledAsync();
        await ReachAsync(".data-list input[type=search]");
        await TypeAsync("legal");
        await Expect(_page.GetByText("1 department", new() { Exact = true })).ToBeVisibleAsync();
        await ReachAsync("a[href='/admin/departments/legal']");
        await PressAsync("Enter");
        await ada.ReadyAsync();
    }

    private async Task ChangeSummaryAsync()
    {
        await ReachAsync("#field-summary");
        await PressAsync("Control+A");
        await TypeAsync("Handles what is legal.");
    }

    private async Task CiteSourceAsync()
    {
        await ReachAsync("#field-officeSources");
        await PressAsync("Enter");
        await Expect(_page.Locator(".sources[open] input").First).ToBeVisibleAsync();
        await ReachAsync(".sources[open] input:not(:checked)");
        await PressAsync("Space");
        await Expect(Focused).ToBeCheckedAsync();
    }

    private async Task ArrangeResponsibilitiesAsync()
    {
        await ReachAsync("#field-responsibilities-add");
        await PressAsync("Enter");
        await Expect(Focused).ToHaveIdAsync("field-responsibilities-7-text");
        await TypeAsync("Looks after bridges");
        await PressAsync("Alt+ArrowUp");
        await Expect(Focused).ToHaveIdAsync("field-responsibilities-6-text");
        await Expect(Focused).ToHaveValueAsync("Looks after bridges");
        await ReachAsync("button[aria-label='Remove “Looks after patents, trade marks and licences”']");
        await PressAsync("Enter");
        await Expect(Focused).ToHaveIdAsync("field-responsibilities-6-text");
    }

    private async Task ChooseFunctionsAsync()
    {
        await ReachAsync("#field-functions-add");
        await TypeAsync("payroll proc");
        await Expect(_page.GetByRole(AriaRole.Option, new() { Name = "Payroll processing", Exact = true }))
            .ToHaveAttributeAsync("aria-selected", "true");
        await PressAsync("Enter");
        await Expect(_page.Locator("strong.name", new() { HasText = "Payroll processing" })).ToBeVisibleAsync();
        await Expect(Focused).ToHaveIdAsync("field-functions-add");

        await ReachAsync("#new-function");
        await PressAsync("Enter");
        await Expect(Focused).ToHaveIdAsync("new-function-name");
        await TypeAsync("Bridge contracts");
        await ReachAsync("#new-function-description");
        await TypeAsync("Contracts for bridges.");
        await ReachAsync(".new .actions button:first-child");
        await PressAsync("Enter");
        await Expect(_page.Locator("strong.name", new() { HasText = "Bridge contracts" })).ToBeVisibleAsync();
        await Expect(Focused).ToHaveAttributeAsync("type", "number");
        await Expect(Focused).ToHaveValueAsync("1");
    }

    private async Task SaveAsync()
    {
        await ReachAsync(".save-bar button:last-child");
        await PressAsync("Enter");
        await Expect(Focused).ToHaveTextAsync("What your save will change");
        await ReachAsync("#field-note");
        await TypeAsync("Bridges");
        await ReachAsync(".panel .actions button:first-child");
        await PressAsync("Enter");
        await Expect(Focused).ToHaveIdAsync("editor-saved");
        await Expect(Focused).ToContainTextAsync("Saved, as version 2.");
        await Expect(_page.Locator("#field-summary")).ToHaveValueAsync("Handles what is legal.");
    }

    private async Task UndoAsync(Editor ada)
    {
        await ReachAsync("#editor-saved button");
        await PressAsync("Enter");
        await Expect(Focused).ToContainTextAsync("Undone, as version 3.");
        await Expect(ada.Summary)
            .ToHaveValueAsync("Handles legal matters: contracts, compliance with laws and rules, and advice on legal risk.");
        await Expect(_page.GetByText("Looks after bridges")).ToHaveCountAsync(0);
    }

    // Goes on by the tab key, like somebody who looks where the focus is.
    private async Task ReachAsync(string selector)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await PressAsync("Tab");
            if (await _page.EvaluateAsync<bool>("() => document.activeElement === document.body"))
                continue;
            await AssertFocusedAsync(Scripts.ShowsFocus, "not visible");
            await AssertFocusedAsync(Scripts.IsInSight, "out of sight");
            if (await Focused.EvaluateAsync<bool>("(e, selector) => e.matches(selector)", selector))
                return;
        }
        Assert.Fail($"The keyboard never reached {selector} at {_page.Url}; it came to {await _page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 200)")}");
    }

    // A row that was moved takes the focus once more when it is drawn: what has it then counts, however slow the machine is.
    private async Task AssertFocusedAsync(string script, string otherwise)
    {
        try
        {
            await _page.WaitForFunctionAsync($"() => ({script})(document.activeElement)", null, new() { Timeout = 30_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The focus is {otherwise} on {await Focused.EvaluateAsync<string>("e => e.outerHTML")}");
        }
    }

    private Task PressAsync(string key) => _page.Keyboard.PressAsync(key);

    private Task TypeAsync(string text) => _page.Keyboard.TypeAsync(text);
}
