using BpoDirectory.Editing;
using BpoDirectory.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Editing;

[Collection(SecondBrowser.Name)]
public sealed class AssignmentTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    [Fact]
    public async Task Functions_chosen_in_the_list_are_given_a_main_owner_in_one_step_and_back()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync("/admin/functions");
        await Expect(ada.Page.Locator(".data-list:not(.waiting)")).ToBeVisibleAsync();
        var rows = ada.Page.Locator("main tbody .name");
        string[] names = [await rows.Nth(0).InnerTextAsync(), await rows.Nth(1).InnerTextAsync()];
        string[] addresses = [await AddressAsync(rows.Nth(0)), await AddressAsync(rows.Nth(1))];
        await ada.Page.GetByLabel($"Select {names[0]}", new() { Exact = true }).CheckAsync();
        await ada.Page.GetByLabel($"Select {names[1]}", new() { Exact = true }).CheckAsync();

        await ada.ClickAsync("Assign an owner");
        var dialog = ada.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Assign an owner to 2 functions");
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Department" }).FillAsync("leg");
        await Expect(dialog.GetByRole(AriaRole.Option, new() { Name = "Legal" })).ToBeVisibleAsync();
        await Axe.AssertNoViolationAsync(ada.Page);
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Group, new() { Name = "Department" })).ToBeFocusedAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Assign", Exact = true }).ClickAsync();
        await Expect(ada.Page.GetByText("Legal is now main owner of 2 functions.")).ToBeVisibleAsync();
        Assert.Equal(["Legal", "Legal"], await MainOwnersAsync(addresses));
        await ada.ClickAsync("Undo");

        await Expect(ada.Page.GetByText("2 functions have their former owners again.")).ToBeVisibleAsync();
        Assert.DoesNotContain("Legal", await MainOwnersAsync(addresses));
    }

    [Fact]
    public async Task Dialog_is_entered_at_its_first_field_and_left_by_Escape()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync("/admin/functions");
        await Expect(ada.Page.Locator(".data-list:not(.waiting)")).ToBeVisibleAsync();
        await ada.Page.Locator("main tbody input[type=checkbox]").First.CheckAsync();

        await ada.ClickAsync("Assign an owner");
        await Expect(ada.Page.Locator("#field-owner")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Escape");

        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(ada.Page.GetByText("1 selected")).ToBeVisibleAsync();
    }

    private static async Task<string> AddressAsync(ILocator link) => (await link.GetAttributeAsync("href"))!;

    private async Task<IReadOnlyList<string>> MainOwnersAsync(string[] addresses)
    {
        var store = server.Services.GetRequiredService<EntryStore>();
        var editing = server.Services.GetRequiredService<BusinessFunctionEditing>();
        var owners = new List<string>();
        foreach (var address in addresses)
            owners.Add((await store.OpenAsync(editing, address.Split('/')[^1]))!.Content.Owners[0].Name);
        return owners;
    }
}
