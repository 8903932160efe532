using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Whoever is no administrator any more, and whose page does not know it yet.</summary>
[Collection(ThirdBrowser.Name)]
public sealed class LostAdministrationTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    private const string Refusal = "You may not do this, or no longer. Sign in again, or ask an administrator.";

    [Theory]
    [InlineData("/admin/users", "For whom", "Create a link")]
    [InlineData("/admin/webhooks", "Web address", "Add")]
    [InlineData("/admin/backups", null, "Back up now")]
    [InlineData("/admin/settings", "Name", "Save")]
    public async Task What_is_pressed_is_refused_by_the_page_which_goes_on(string address, string? field, string button)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync(address);
        await Expect(ada.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).ToBeEnabledAsync();
        if (field is not null)
            await ada.Page.GetByLabel(field, new() { Exact = true }).FillAsync("https://nobody.invalid/");
        await server.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
            (await db.Accounts.SingleAsync(account => account.UserName == ada.UserName)).Disable());

        await ada.ClickAsync(button);
        await Expect(ada.Page.GetByText(Refusal)).ToBeVisibleAsync();
        await ada.ClickAsync(button);

        await Expect(ada.Page.GetByText(Refusal)).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Nobody_takes_their_own_rights_away_by_a_single_press()
    {
        await using var other = await server.LetInAsync(chromium, "Ben");
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync("/admin/users");
        var own = ada.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = ", you" });

        await own.GetByRole(AriaRole.Button, new() { Name = "Disable…" }).ClickAsync();
        await Expect(own.GetByText("Only another administrator can undo it.")).ToBeVisibleAsync();
        await own.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Expect(own.GetByText("Active")).ToBeVisibleAsync();
        await own.GetByRole(AriaRole.Button, new() { Name = "Make editor…" }).ClickAsync();
        await own.GetByRole(AriaRole.Button, new() { Name = "Make editor", Exact = true }).ClickAsync();

        await Expect(ada.Page.GetByText("Ada is now an editor.")).ToBeVisibleAsync();
    }
}
