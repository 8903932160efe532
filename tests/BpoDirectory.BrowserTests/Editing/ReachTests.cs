using System.Text.RegularExpressions;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Who works in a department, where and for whom: told by editors, read by readers with and without an account.</summary>
[Collection(SecondBrowser.Name)]
public sealed class ReachTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    [Fact]
    public async Task Site_that_an_editor_makes_narrows_a_question_that_names_its_city()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync("/admin/sites/new");
        await ada.ReadyAsync();
        await ada.Page.Locator("#field-name").FillAsync("Spree House");
        await ada.Page.Locator("#field-city").FillAsync("Berlin");
        await ada.Page.Locator("#field-country").SelectOptionAsync(new SelectOptionValue { Label = "Germany" });
        await Expect(ada.Page.Locator("#field-slug")).ToHaveValueAsync("spree-house");
        await Axe.AssertNoViolationAsync(ada.Page);
        await ada.SaveAsync();
        await ada.SavedAsync();

        await ada.OpenAsync("finance-and-accounting");
        await ada.PickAsync("sites-add", "spree", "Spree House");
        await ada.PickAsync("languages-add", "welsh", "Welsh");
        await Axe.AssertNoViolationAsync(ada.Page);
        await ada.SaveAsync();
        await ada.SavedAsync();

        await using var context = await chromium.NewReaderAsync(server.Address, Reader.AtADesk.WithoutScript);
        var reader = await context.NewPageAsync();
        await reader.GotoAsync("/?q=who+handles+payroll+processing+in+Berlin");
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Name = "1 result" })).ToBeVisibleAsync();
        var chip = reader.GetByRole(AriaRole.Link, new() { Name = "Remove the filter Site: Berlin" });
        await chip.ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("who handles payroll processing");
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Name = "1 result" })).ToHaveCountAsync(0);

        foreach (var page in new[] { "/?q=payroll+processing+in+Berlin", "/?q=legal+advice+in+Berlin", "/sites", "/sites/spree-house",
            "/departments?language=cy" })
        {
            await ada.Page.GotoAsync(page);
            await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);
        }
    }

    [Fact]
    public async Task Person_is_named_once_and_seen_by_who_is_signed_in_only()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync("/admin/people/new");
        await ada.ReadyAsync();
        await ada.Page.Locator("#field-name").FillAsync("Maria Santos");
        await ada.Page.Locator("#field-position").FillAsync("Head of Contracts");
        await ada.Page.Locator("#field-phone").FillAsync("02 8123 4567");
        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.Locator("#field-phone-problem")).ToContainTextAsync("like +63 2 8123 4567");
        await Axe.AssertNoViolationAsync(ada.Page);
        await ada.Page.Locator("#field-phone").FillAsync("+63 2 8123 4567");
        await ada.SaveAsync();
        await ada.SavedAsync();

        await ada.OpenAsync("legal");
        await ada.ClickAsync("Add a role");
        await ada.Page.Locator("#field-people-0-person").FillAsync("maria");
        await ada.Page.GetByRole(AriaRole.Option, new() { Name = "Maria Santos" }).ClickAsync();
        await ada.ClickAsync("Add a step");
        await ada.Page.Locator("#field-escalation-0-when").FillAsync("after a day without an answer");
        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.Locator("#field-escalation-0-person-problem")).ToContainTextAsync("Name a person or a channel");
        await ada.Page.Locator("#field-escalation-0-person").FillAsync("maria");
        await ada.Page.GetByRole(AriaRole.Option, new() { Name = "Maria Santos" }).ClickAsync();
        await Axe.AssertNoViolationAsync(ada.Page);
        await ada.SaveAsync();
        await ada.SavedAsync();

        foreach (var page in new[] { "/departments/legal", "/people", "/people/maria-santos", "/departments/legal/history?from=1&to=2" })
        {
            await ada.Page.GotoAsync(page);
            await Expect(ada.Page.GetByText("Maria Santos").First).ToBeVisibleAsync();
            await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);
        }

        await using var context = await chromium.NewReaderAsync(server.Address, Reader.AtADesk.WithoutScript);
        var stranger = await context.NewPageAsync();
        await stranger.GotoAsync("/departments/legal");
        await Expect(stranger.GetByText("after a day without an answer")).ToBeVisibleAsync();
        await Expect(stranger.GetByText("Maria Santos")).ToHaveCountAsync(0);
        await stranger.GetByRole(AriaRole.Link, new() { Name = "Sign in to see whom" }).ClickAsync();
        await Expect(stranger).ToHaveURLAsync(new Regex(@"/account/sign-in\?returnUrl=%2Fdepartments%2Flegal$"));
    }

    [Fact]
    public async Task Two_editors_who_add_different_links_both_keep_theirs()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("sales");
        await ben.OpenAsync("sales");
        await LinkAsync(ada, "Price list", "https://example.com/prices");
        await LinkAsync(ben, "Offer form", "https://example.com/offers");
        await ada.SaveAsync();
        await ada.SavedAsync();
        await ben.ClickAsync("Review changes");
        await Expect(ben.Page.GetByText("Nothing overlaps")).ToBeVisibleAsync();
        await ben.SaveMergedAsync();
        await ben.SavedAsync();

        await ada.Page.GotoAsync("/departments/sales");
        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = "Price list" }))
            .ToHaveAttributeAsync("href", "https://example.com/prices");
        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = "Offer form" }))
            .ToHaveAttributeAsync("href", "https://example.com/offers");
    }

    private static async Task LinkAsync(Editor editor, string label, string address)
    {
        await editor.ClickAsync("Add a link");
        await editor.Page.Locator("#field-links-0-label").FillAsync(label);
        await editor.Page.Locator("#field-links-0-address").FillAsync(address);
    }
}
