using System.Collections.Concurrent;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Whatever is pressed before the answer to something earlier has come.</summary>
[Collection(SecondBrowser.Name)]
public sealed class SlowLineTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>, IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _errors = [];
    private DelayedLine _line = null!;
    private Editor _ada = null!;

    public async Task InitializeAsync()
    {
        _line = new DelayedLine(server.Address, TimeSpan.FromMilliseconds(75));
        _ada = await server.LetInAsync(chromium, "Ada", address: _line.Address);
        _ada.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Enqueue(message.Text);
        };
    }

    public async Task DisposeAsync()
    {
        await _ada.DisposeAsync();
        await _line.DisposeAsync();
        Nothing.In(_errors);
    }

    [Fact]
    public async Task Archiving_as_soon_as_the_page_comes_alive_can_be_undone()
    {
        await _ada.Page.GotoAsync("/admin/departments/legal/archive");
        await _ada.ClickAsync("Archive");
        await Expect(_ada.Page.GetByText("Archived, as version 2.")).ToBeVisibleAsync();

        await _ada.ClickAsync("Undo");

        await Expect(_ada.Page.GetByText("Restored, as version 3.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Restoring_as_soon_as_the_page_comes_alive_can_be_undone()
    {
        await _ada.Page.GotoAsync("/admin/functions/tax-preparation/archive");
        await _ada.ClickAsync("Archive");
        await Expect(_ada.Page.GetByText("Archived, as version 2.")).ToBeVisibleAsync();

        await _ada.Page.GotoAsync("/admin/functions/tax-preparation/archive");
        await _ada.ClickAsync("Restore");
        await Expect(_ada.Page.GetByText("Restored, as version 3.")).ToBeVisibleAsync();
        await _ada.ClickAsync("Undo");

        await Expect(_ada.Page.GetByText("Archived, as version 4.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_form_changed_and_discarded_at_once_goes_on()
    {
        await _ada.Page.GotoAsync("/admin/departments/sales");
        await _ada.Summary.FillAsync("Sells.");
        await _ada.ClickAsync("Discard…");
        await _ada.ClickAsync("Discard");
        await Expect(_ada.Summary).Not.ToHaveValueAsync("Sells.");

        await _ada.Summary.FillAsync("Sells what there is.");
        await _ada.SaveAsync();

        await _ada.SavedAsync();
    }

    [Fact]
    public async Task A_form_that_is_left_as_soon_as_it_comes_alive_leaves_the_next_page_alive()
    {
        await _ada.OpenAsync("marketing");
        await _ada.Page.GetByRole(AriaRole.Navigation, new() { Name = "You are here" })
            .GetByRole(AriaRole.Link, new() { Name = "Departments" }).ClickAsync();
        await Expect(_ada.Page).ToHaveURLAsync("/admin/departments");

        await _ada.OpenAsync("marketing");
        await _ada.Summary.FillAsync("Markets.");

        await _ada.KeptAsync();
    }
}
