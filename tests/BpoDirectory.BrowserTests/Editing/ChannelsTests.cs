using System.Text.RegularExpressions;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>How a department is reached: told by an editor, followed by a reader.</summary>
[Collection(SecondBrowser.Name)]
public sealed class ChannelsTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    [Fact]
    public async Task Channel_that_an_editor_adds_is_what_readers_follow()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync("/departments/finance-and-accounting");
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Add a contact" }).ClickAsync();
        await ada.ReadyAsync();

        await AddAsync(ada, 0, "Phone", "02 8123 4567");
        await AddAsync(ada, 1, "E-mail", "payroll@example.com");
        await ada.Page.Locator("#field-channels li.row").Nth(1).Locator("summary").ClickAsync();
        await ada.Page.Locator("#field-channels-1-function").SelectOptionAsync(new SelectOptionValue { Label = "Payroll processing" });
        await Expect(ada.Page.Locator("#field-channels-0-kind")).ToHaveValueAsync("Phone");
        await Axe.AssertNoViolationAsync(ada.Page);

        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.Locator("#field-channels-0-value-problem")).ToContainTextAsync("like +63 2 8123 4567");
        await ada.Page.Locator("#field-channels-0-value").FillAsync("+63 2 8123 4567");
        await ada.SaveAsync();
        await ada.SavedAsync();

        await ada.Page.GotoAsync("/departments/finance-and-accounting");
        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = "+63 2 8123 4567" }))
            .ToHaveAttributeAsync("href", "tel:+63281234567");
        await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);
        await ada.Page.GotoAsync("/?q=e-mail+address+for+payroll+processing");
        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = "payroll@example.com" }).First)
            .ToHaveAttributeAsync("href", "mailto:payroll@example.com");
        await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);
    }

    [Fact]
    public async Task Hours_that_an_editor_tells_are_read_in_both_times()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("legal");
        await ada.PickAsync("timeZone", "nepal", "Asia/Kathmandu (Nepal)");
        for (var line = 0; line < 2; line++)
        {
            await ada.ClickAsync("Add a line of hours");
            await Expect(ada.Page.Locator($"#field-hours-{line}-firstDay")).ToBeFocusedAsync();
        }
        await Expect(ada.Page.Locator("#field-hours-0-closes")).ToHaveValueAsync("17:00");
        await ada.Page.Locator("#field-hours-1-firstDay").SelectOptionAsync("Saturday");
        await ada.Page.Locator("#field-hours-1-lastDay").SelectOptionAsync("Sunday");
        await ada.Page.Locator("#field-hours-1-opens").FillAsync("noon");
        await ada.Page.Locator("#field-hours-1-closes").FillAsync("08:00");
        await Axe.AssertNoViolationAsync(ada.Page);
        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.Locator("#field-hours-1-opens-problem")).ToContainTextAsync("write it like 09:00");
        await ada.Page.Locator("#field-hours-1-opens").FillAsync("12:00");
        await ada.SaveAsync();
        await ada.SavedAsync();

        await ada.Page.GotoAsync("/departments/legal");
        await Expect(ada.Page.GetByText("Monday to Friday, 09:00 to 17:00")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByText("Saturday to Sunday, 12:00 to 08:00 on the next day")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator(".open-state").First).ToHaveTextAsync(
            new Regex(@"^(Open now, until|Closed now, opens) (tomorrow |\w+day )?\d\d:\d\d in Kathmandu \((\w+day )?\d\d:\d\d your time\)$"));
        await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);
    }

    private static async Task AddAsync(Editor editor, int place, string kind, string value)
    {
        await editor.ClickAsync("Add a channel");
        var choice = editor.Page.Locator($"#field-channels-{place}-kind");
        await Expect(choice).ToBeFocusedAsync();
        await choice.SelectOptionAsync(new SelectOptionValue { Label = kind });
        await editor.Page.Locator($"#field-channels-{place}-value").FillAsync(value);
    }
}
