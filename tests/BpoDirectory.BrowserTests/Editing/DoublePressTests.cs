using BpoDirectory.Departments;
using BpoDirectory.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Editing;

[Collection(SecondBrowser.Name)]
public sealed class DoublePressTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    [Fact]
    public async Task Undo_pressed_twice_takes_one_save_back_once()
    {
        var before = await DepartmentAsync("logistics");
        await using var line = new DelayedLine(server.Address, Delay);
        await using var ada = await server.LetInAsync(chromium, "Ada", address: line.Address);
        await ada.OpenAsync("logistics");
        await ada.Summary.FillAsync("Changed.");
        await ada.SaveAsync();
        await ada.SavedAsync();

        await ada.Undo.DblClickAsync();
        await Expect(ada.Page.GetByText("Undone, as version")).ToBeVisibleAsync();
        await KeepSomethingAsync(ada);

        var after = await DepartmentAsync("logistics");
        Assert.Equal((before.Content.Summary, before.Version + 2), (after.Content.Summary, after.Version));
    }

    [Fact]
    public async Task A_new_department_taken_back_by_two_presses_stays_archived()
    {
        await using var line = new DelayedLine(server.Address, Delay);
        await using var ada = await server.LetInAsync(chromium, "Ada", address: line.Address);
        await CreateAsync(ada, "Twice pressed");

        await ada.Undo.DblClickAsync();
        await Expect(ada.Page.GetByText("Undone, as version 2.")).ToBeVisibleAsync();
        await KeepSomethingAsync(ada);

        var after = await DepartmentAsync("twice-pressed");
        Assert.Equal((true, 2), (after.Content.Archived, after.Version));
    }

    [Fact]
    public async Task The_second_click_of_two_does_not_press_the_button_that_takes_the_place_of_undo()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await CreateAsync(ada, "Late second click");
        await ada.Undo.ClickAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Restore it" }).HoverAsync();

        await ada.Page.Mouse.DownAsync(new() { ClickCount = 2 });
        await ada.Page.Mouse.UpAsync(new() { ClickCount = 2 });
        await KeepSomethingAsync(ada);

        var after = await DepartmentAsync("late-second-click");
        Assert.Equal((true, 2), (after.Content.Archived, after.Version));
    }

    [Fact]
    public async Task Archiving_and_taking_it_back_by_two_presses_each_make_one_version_each()
    {
        var before = await DepartmentAsync("payment-processing");
        await using var line = new DelayedLine(server.Address, Delay);
        await using var ada = await server.LetInAsync(chromium, "Ada", address: line.Address);
        await ada.Page.GotoAsync("/admin/departments/payment-processing/archive");
        await DoubleClickAsync(ada, "Archive");
        await Expect(ada.Page.GetByText($"Archived, as version {before.Version + 1}.")).ToBeVisibleAsync();

        await ada.Undo.DblClickAsync();
        await Expect(ada.Page.GetByText("Restored, as version")).ToBeVisibleAsync();
        await ada.OpenAsync("payment-processing");

        var after = await DepartmentAsync("payment-processing");
        Assert.Equal((false, before.Version + 2), (after.Content.Archived, after.Version));
    }

    private static TimeSpan Delay => TimeSpan.FromMilliseconds(75);

    private static Task DoubleClickAsync(Editor ada, string button) =>
        ada.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).DblClickAsync();

    private static async Task CreateAsync(Editor ada, string name)
    {
        await ada.GoToFormAsync("/admin/departments/new?copy=legal");
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await ada.SaveAsync();
        await ada.SavedAsync();
    }

    // The page does one thing after the other: what is kept now comes after whatever was pressed.
    private static async Task KeepSomethingAsync(Editor ada)
    {
        await ada.Summary.FillAsync("Typed afterwards.");
        await ada.KeptAsync();
    }

    private async Task<OpenEntry<DepartmentContent>> DepartmentAsync(string slug) =>
        (await server.Services.GetRequiredService<EntryStore>().OpenAsync(server.Services.GetRequiredService<DepartmentEditing>(), slug))!;
}
