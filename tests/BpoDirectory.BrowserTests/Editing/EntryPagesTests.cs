using System.Text.RegularExpressions;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Every kind of entry beside departments: through its pages it is made, changed, archived, restored and rolled back.</summary>
[Collection(SecondBrowser.Name)]
public sealed partial class EntryPagesTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    [Fact]
    public async Task Function_is_kept_with_synonyms_and_owners_in_the_order_chosen()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/functions/new");
        await FillAsync(ada, ("name", "Bridge repair"), ("description", "Mends bridges."));
        await Expect(ada.Page.Locator("#field-slug")).ToHaveValueAsync("bridge-repair");
        await ada.ClickAsync("Add a synonym");
        await FillAsync(ada, ("synonyms-0", "Span mending"));
        await ada.PickAsync("owners-add", "Legal", "Legal");
        await ada.PickAsync("owners-add", "Sales", "Sales");
        await FillAsync(ada, ("owners-0-reason", "It signs."), ("owners-1-reason", "It sells."));
        await ada.ClickAsync("Move “Sales” up");

        await ada.SaveAsync();
        await ada.SavedAsync();
        await ada.GoToFormAsync("/admin/functions/bridge-repair");

        await Expect(ada.Page.Locator("#field-owners-0-reason")).ToHaveValueAsync("It sells.");
        await Expect(ada.Page.Locator("#field-owners-1-reason")).ToHaveValueAsync("It signs.");
        await Expect(ada.Page.Locator("#field-synonyms-0")).ToHaveValueAsync("Span mending");
        await PassThroughAsync(ada, "/admin/functions/bridge-repair", "Bridge repair", "description", "Mends and builds bridges.");
    }

    [Fact]
    public async Task Note_on_archiving_outlives_its_tab_and_is_done_with_when_it_is_used()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync("/admin/service-lines/supply-chain-and-logistics/archive");
        await ada.Page.GetByLabel("Note").FillAsync("Nobody asks for it");
        await Expect(ada.Page.Locator("#note-state")).ToContainTextAsync("Kept ");

        await ada.ChangeTabAsync();
        await ada.Page.GotoAsync("/admin");
        await ada.Page.GetByRole(AriaRole.Link, new() { NameRegex = NoteLink() }).ClickAsync();
        await Expect(ada.Page.GetByLabel("Note")).ToHaveValueAsync("Nobody asks for it");
        await Expect(ada.Page.GetByText("You wrote this just now")).ToBeVisibleAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Archive", Exact = true }).ClickAsync();
        await Expect(ada.Page.GetByText("Archived, as version")).ToBeVisibleAsync();

        await ada.Page.GotoAsync("/admin/service-lines/supply-chain-and-logistics/archive");
        await Expect(ada.Page.GetByLabel("Note")).ToBeEditableAsync();
        await Expect(ada.Page.GetByLabel("Note")).ToHaveValueAsync("");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Restore", Exact = true }).ClickAsync();
        await Expect(ada.Page.GetByText("Restored, as version")).ToBeVisibleAsync();
        await ada.Page.GotoAsync("/admin/service-lines/supply-chain-and-logistics/history");
        await Expect(ada.Page.GetByText("Nobody asks for it")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Button_pressed_while_the_note_is_kept_does_what_it_says()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync("/admin/service-lines/content-moderation/archive");
        await ada.Page.GetByLabel("Note").FillAsync("Nobody asks for it");

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Archive", Exact = true }).HoverAsync();
        await ada.Page.Mouse.DownAsync();
        await Expect(ada.Page.Locator("#note-state")).ToContainTextAsync("Kept ");
        await ada.Page.Mouse.UpAsync();

        await Expect(ada.Page.GetByText("Archived, as version")).ToBeVisibleAsync();
        await ada.ClickAsync("Undo");
        await Expect(ada.Page.GetByText("Restored, as version")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Restoring_does_not_take_the_place_of_a_version_saved_after_the_page_was_shown()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.OpenAsync("research-and-analytics");
        await ada.Summary.FillAsync("As Ada says.");
        await ada.SaveAsync();
        await ada.SavedAsync();
        await ada.Page.GotoAsync("/admin/departments/research-and-analytics/history?from=2&to=1");
        await ben.OpenAsync("research-and-analytics");
        await ben.Summary.FillAsync("As Ben says.");
        await ben.SaveAsync();
        await ben.SavedAsync();

        await ada.Page.GetByLabel("Note").FillAsync("Too early");
        await ada.ClickAsync("Restore version 1");

        await Expect(ada.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("somebody saved version 3");
        await Expect(ada.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too early");
        await ada.Page.GotoAsync("/admin/departments/research-and-analytics/history");
        await Expect(ada.Page.GetByText("you began a note on going back: “Too early”")).ToBeVisibleAsync();
        await ada.Page.GotoAsync("/admin/departments/research-and-analytics/history?from=3&to=1");
        await Expect(ada.Page.GetByLabel("Note")).ToHaveValueAsync("Too early");
        await ada.Page.GetByLabel("Note").FillAsync("");
        await Expect(ada.Page.Locator("#note-state")).ToBeEmptyAsync();
        await ben.OpenAsync("research-and-analytics");
        await Expect(ben.Summary).ToHaveValueAsync("As Ben says.");
    }

    [Fact]
    public async Task Archiving_does_not_hide_a_version_saved_after_the_page_was_shown()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await using var ben = await server.LetInAsync(chromium, "Ben");
        await ada.Page.GotoAsync("/admin/departments/content-moderation/archive");
        await Expect(ada.Page.GetByLabel("Note")).ToBeEditableAsync();
        await ben.OpenAsync("content-moderation");
        await ben.Summary.FillAsync("As Ben says.");
        await ben.SaveAsync();
        await ben.SavedAsync();

        await ada.ClickAsync("Archive");
        await Expect(ada.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("somebody saved version 2 after this page was shown");
        await Axe.AssertNoViolationAsync(ada.Page);
        await ada.ClickAsync("Archive");
        await Expect(ada.Page.GetByText("Archived, as version 3.")).ToBeVisibleAsync();
        await ada.ClickAsync("Undo");

        await Expect(ada.Page.GetByText("Restored, as version 4.")).ToBeVisibleAsync();
        await ben.OpenAsync("content-moderation");
        await Expect(ben.Summary).ToHaveValueAsync("As Ben says.");
    }

    [Fact]
    public async Task Successor_takes_over_the_functions_unless_they_are_left_out()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync("/admin/departments/logistics/archive");
        await Expect(ada.Page.GetByLabel("Note")).ToBeEditableAsync();
        await ada.PickAsync("successor", "Supply Chain Management", "Supply Chain Management");
        var functions = ada.Page.GetByRole(AriaRole.Group, new() { Name = "Functions that the successor takes over" })
            .GetByRole(AriaRole.Checkbox);
        await Expect(functions.First).ToBeCheckedAsync();
        await ada.Page.GetByLabel("Customs clearance", new() { Exact = true }).UncheckAsync();
        await Axe.AssertNoViolationAsync(ada.Page);
        await ada.ClickAsync("Archive");
        await Expect(ada.Page.GetByText("Supply Chain Management has taken over")).ToBeVisibleAsync();

        await ada.Page.GotoAsync("/functions/freight-forwarding");
        await Expect(ada.Page.Locator("section[aria-labelledby=owners]")).ToContainTextAsync("Supply Chain Management");
        await ada.Page.GotoAsync("/functions/customs-clearance");
        await Expect(ada.Page.GetByText("Nobody at present.")).ToBeVisibleAsync();
        await Axe.AssertNoViolationAsync(ada.Page);
    }

    [Fact]
    public async Task History_leads_back_to_the_pages_of_editing()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync("/admin/departments/legal/history");

        var trail = ada.Page.GetByRole(AriaRole.Navigation, new() { Name = "You are here" }).GetByRole(AriaRole.Link);

        await Expect(trail).ToHaveTextAsync(["Home", "Editing", "Departments", "Legal"]);
    }

    [Theory]
    [InlineData("/admin/departments/legal")]
    [InlineData("/admin/functions/new")]
    [InlineData("/admin/departments/legal/archive")]
    public async Task Form_says_why_it_cannot_be_used_without_script(string address)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada", Reader.AtADesk.WithoutScript);

        await ada.Page.GotoAsync(address);

        var notice = ada.Page.Locator("noscript .notice");
        await Expect(notice).ToBeVisibleAsync();
        Assert.Contains("Editing needs JavaScript", await notice.TextContentAsync(), StringComparison.Ordinal);
        await Expect(ada.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Textbox).First).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Service_line_is_kept_with_its_departments()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/service-lines/new");
        await FillAsync(ada, ("name", "Bridge care"), ("summary", "Bridges, kept."));
        await ada.PickAsync("departments-add", "Legal", "Legal");

        await ada.SaveAsync();
        await ada.SavedAsync();
        await ada.GoToFormAsync("/admin/service-lines/bridge-care");

        await Expect(ada.Page.GetByRole(AriaRole.Group, new() { Name = "Departments" })).ToContainTextAsync("Legal");
        await PassThroughAsync(ada, "/admin/service-lines/bridge-care", "Bridge care", "summary", "Bridges, kept well.");
    }

    [Fact]
    public async Task Outsourcing_type_is_kept_as_a_copy_of_another()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.GotoAsync("/admin/outsourcing-types");
        await ada.Page.GetByRole(AriaRole.Link, new() { NameRegex = CopyLink() }).First.ClickAsync();
        await ada.ReadyAsync();
        await Expect(ada.Page.Locator("#field-description")).Not.ToBeEmptyAsync();
        await FillAsync(ada, ("name", "Bridge process outsourcing"), ("acronym", "BRPO"));

        await ada.SaveAsync();
        await ada.SavedAsync();

        await PassThroughAsync(
            ada, "/admin/outsourcing-types/bridge-process-outsourcing", "Bridge process outsourcing", "summary", "Gives bridges away.");
    }

    [Fact]
    public async Task Guide_article_is_kept_with_the_text_that_its_preview_showed()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/guide/new");
        await FillAsync(ada, ("heading", "On bridges"), ("summary", "What to know."), ("body", "Bridges **span**."));
        await Expect(ada.Page.Locator(".preview strong")).ToHaveTextAsync("span");

        await ada.SaveAsync();
        await ada.SavedAsync();

        await PassThroughAsync(ada, "/admin/guide/on-bridges", "On bridges", "summary", "What everybody should know.");
    }

    [Fact]
    public async Task Synonym_set_is_kept_with_what_it_points_at()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/synonyms/new");
        await FillAsync(ada, ("name", "Bridges"));
        await ada.ClickAsync("Add a word or phrase");
        await FillAsync(ada, ("members-0", "viaduct"));
        await ada.PickAsync("department", "Legal", "Legal");

        await ada.SaveAsync();
        await ada.SavedAsync();
        await Expect(ada.Page).ToHaveURLAsync(NumberedSet());

        await Expect(ada.Page.Locator("#field-department")).ToContainTextAsync("Legal");
        await PassThroughAsync(ada, new Uri(ada.Page.Url).AbsolutePath, "Bridges", "name", "Great bridges");
    }

    [Fact]
    public async Task Name_of_another_entry_is_refused_with_a_way_to_that_entry()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/functions/new");
        await FillAsync(ada, ("name", "Payroll processing"), ("description", "Pays."));

        await ada.ClickAsync("Review changes");

        await Expect(ada.Page.Locator("#field-name-problem a")).ToHaveAttributeAsync("href", "/admin/functions/payroll-processing");
        Assert.Contains(
            ". Open Payroll processing", await ada.Page.Locator("#field-name-problem p").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_function_of_a_department_says_beside_its_fields_what_to_mend_in_them()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("operations");
        await ada.ClickAsync("Create a function");
        await ada.Page.GetByLabel("Name of the function").FillAsync("Bridge painting");

        await ada.ClickAsync("Create and add");

        var description = ada.Page.GetByLabel("What the work is");
        await Expect(description).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(description).ToHaveAccessibleDescriptionAsync(new Regex("description"));
        await Expect(ada.Page.Locator("#new-function-name[aria-invalid]")).ToHaveCountAsync(0);
        await ada.Page.GetByLabel("Name of the function").FillAsync("Payroll processing");
        await description.FillAsync("Pays.");
        await ada.ClickAsync("Create and add");
        await Expect(ada.Page.GetByLabel("Name of the function")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(ada.Page.Locator("#new-function-description[aria-invalid]")).ToHaveCountAsync(0);
        await ada.ClickAsync("Cancel");
    }

    [Fact]
    public async Task Archiving_says_what_it_means_and_is_undone_at_once()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/functions/recruitment");
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Archive…" }).ClickAsync();
        await Expect(ada.Page.GetByText("It disappears from search, the functions from A to Z")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Region, new() { Name = "What it has to do with" })).ToContainTextAsync("Human Resources");
        await ada.Page.GetByLabel("Note").FillAsync("Nobody asks for it.");

        await ada.ClickAsync("Archive");
        await Expect(ada.Page.GetByText("Readers no longer see it.")).ToBeVisibleAsync();
        Assert.Equal(404, (await ada.Page.APIRequest.GetAsync(new Uri(server.Address, "/functions/recruitment").ToString())).Status);
        await ada.ClickAsync("Undo");

        await Expect(ada.Page.GetByText("Restored, as version 3.")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToHaveCountAsync(0);
        Assert.Equal(200, (await ada.Page.APIRequest.GetAsync(new Uri(server.Address, "/functions/recruitment").ToString())).Status);
        await ada.Page.GotoAsync("/admin/functions/recruitment/history");
        await Expect(ada.Page.GetByText("Nobody asks for it.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Former_address_leads_readers_to_the_present_one()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/guide/why-organisations-outsource");
        await FillAsync(ada, ("slug", "reasons-to-outsource"));
        await ada.SaveAsync();
        await ada.SavedAsync();

        await ada.Page.GotoAsync("/guide/why-organisations-outsource");

        await Expect(ada.Page).ToHaveURLAsync(new Regex("/guide/reasons-to-outsource$"));
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task List_of_departments_shows_all_its_columns_beside_the_menu()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.SetViewportSizeAsync(1280, 860);
        await ada.Page.GotoAsync("/admin/departments");
        await Expect(ada.Page.Locator("main tbody .name").First).ToBeVisibleAsync();

        Assert.True(await ada.Page.Locator(".mud-table-container").EvaluateAsync<bool>("list => list.scrollWidth <= list.clientWidth"));
    }

    [Fact]
    public async Task Lists_are_sorted_by_latest_change_and_keep_that_in_their_address()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/service-lines/it-services");
        await FillAsync(ada, ("summary", "Computers, kept running."));
        await ada.SaveAsync();
        await ada.SavedAsync();
        await ada.Page.GotoAsync("/admin/service-lines");
        var (first, header) =
            (ada.Page.Locator("main tbody .name").First, ada.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Latest change" }));
        await Expect(first).Not.ToHaveTextAsync("IT services");

        await header.GetByText("Latest change").ClickAsync();

        await Expect(ada.Page).ToHaveURLAsync(new Regex("[?&]sort=LastChange"));
        await Expect(first).ToHaveTextAsync("IT services", new() { IgnoreCase = true });
        await ada.Page.ReloadAsync();
        await Expect(first).ToHaveTextAsync("IT services", new() { IgnoreCase = true });
        await Expect(header).ToHaveAttributeAsync("aria-sort", "descending");
    }

    [Fact]
    public async Task Part_of_a_long_form_is_reached_at_once()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("human-resources");

        await ada.Page.GetByRole(AriaRole.Navigation, new() { Name = "Sections of the form" }).GetByText("Functions").ClickAsync();

        await Expect(ada.Page.Locator("#section-functions")).ToBeFocusedAsync();
        await Expect(ada.Page.Locator("#section-functions")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Changes_are_shown_by_name_before_they_are_saved()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("logistics");
        await ada.Page.GetByLabel("Side of the contract").SelectOptionAsync("Client’s side");
        await ada.PickAsync("parent", "Sales", "Sales");

        await ada.ClickAsync("Review changes");

        var changes = ada.Page.Locator("dl.changes");
        await Expect(changes).ToContainTextAsync("Client’s side");
        await Expect(changes).ToContainTextAsync("Sales");
        await Expect(changes).Not.ToContainTextAsync("client ");
        await ada.ClickAsync("Back to editing");
        await ada.ClickAsync("Discard…");
        await ada.ClickAsync("Discard");
    }

    // Changes one field, archives, restores and goes back to the first version.
    private static async Task PassThroughAsync(Editor ada, string address, string name, string field, string text)
    {
        await ada.GoToFormAsync(address);
        var before = await ada.Page.Locator($"#field-{field}").InputValueAsync();
        await FillAsync(ada, (field, text));
        await ada.SaveAsync();
        await ada.SavedAsync();
        var (list, now) = (address[..address.LastIndexOf('/')], field == "name" ? text : name);
        await ada.Page.GotoAsync($"{list}?q={Uri.EscapeDataString(now)}");
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = $"Archive… {now}", Exact = true }).ClickAsync();
        await ada.ClickAsync("Archive");
        await Expect(ada.Page.GetByText("Archived, as version 3.")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("#editor-saved")).ToBeFocusedAsync();
        await ada.Page.GotoAsync($"{list}?show=archived");
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = $"Restore… {now}", Exact = true }).ClickAsync();
        await ada.Page.GetByLabel("Note").FillAsync("It is needed.");
        await ada.ClickAsync("Restore");
        await Expect(ada.Page.GetByText("Restored, as version 4.")).ToBeVisibleAsync();
        await ada.Page.GotoAsync($"{address}/history?from=1&to=2");
        await Expect(ada.Page.GetByText("From version 1 to version 2")).ToBeVisibleAsync();
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Restore… version 1" }).ClickAsync();
        await Expect(ada.Page.Locator("dl.changes")).ToContainTextAsync(before[..Math.Min(before.Length, 5)]);
        await ada.Page.GetByLabel("Note").FillAsync("It was better before.");
        await ada.ClickAsync("Restore version 1");
        await Expect(ada.Page.GetByText("Version 1 is the present one again, as version 5.")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByText("It was better before.")).ToBeVisibleAsync();
        await ada.ClickAsync("Undo");
        await Expect(ada.Page.GetByText("Version 4 is the present one again, as version 6.")).ToBeVisibleAsync();
        await ada.ClickAsync("Undo");
        await Expect(ada.Page.GetByText("Version 5 is the present one again, as version 7.")).ToBeVisibleAsync();
        await ada.GoToFormAsync(address);
        await Expect(ada.Page.Locator($"#field-{field}")).ToHaveValueAsync(before);
    }

    private static async Task FillAsync(Editor ada, params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
            await ada.Page.Locator($"#field-{field}").FillAsync(text);
    }

    [GeneratedRegex("note on archiving$")]
    private static partial Regex NoteLink();

    [GeneratedRegex("^Copy ")]
    private static partial Regex CopyLink();

    [GeneratedRegex("/admin/synonyms/[0-9]+$")]
    private static partial Regex NumberedSet();
}
