namespace BpoDirectory.BrowserTests.Editing;

/// <summary>What a form shows of itself while somebody works in it.</summary>
[Collection(SecondBrowser.Name)]
public sealed class FormTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    // A long department once took 12,132 pixels.
    private const int TallestOnAPhone = 6_000;

    private const int LargestFirstLoad = 150 * 1024;

    // What is fetched, whether or not the browser has it already, with the headers as the browser counts them.
    private const string Weight = """
        () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
            .reduce((sum, entry) => sum + entry.encodedBodySize + 300, 0)
        """;

    [Fact]
    public async Task Function_that_does_not_exist_is_created_from_the_name_typed_to_find_it()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("it-support");
        await ada.Page.Locator("#field-functions-add").FillAsync("Bridge lighting");
        var option = ada.Page.GetByRole(AriaRole.Option, new() { Name = "Create “Bridge lighting”…" });
        await Expect(option).ToHaveAttributeAsync("aria-selected", "true");
        await Axe.AssertNoViolationAsync(ada.Page);

        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByLabel("Name of the function")).ToHaveValueAsync("Bridge lighting");
        await Expect(ada.Page.Locator("#new-function-description")).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("Lights bridges.");
        await ada.ClickAsync("Create and add");

        await Expect(ada.Page.Locator("strong.name", new() { HasText = "Bridge lighting" })).ToBeVisibleAsync();
        Assert.Equal(200, (await ada.Page.APIRequest.GetAsync(new Uri(server.Address, "/functions/bridge-lighting").ToString())).Status);
    }

    [Theory]
    [InlineData("/admin/departments/finance-and-accounting")]
    [InlineData("/admin/functions/payroll-processing")]
    [InlineData("/admin/departments/new")]
    public async Task The_first_load_is_small(string path)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync(path);
        await ada.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.InRange(await ada.Page.EvaluateAsync<int>(Weight), 100_000, LargestFirstLoad);
    }

    [Theory]
    [InlineData(1280, "section-functions")]
    [InlineData(390, "section-care")]
    public async Task Address_of_a_section_leads_to_it_and_opens_it(int width, string section)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.Page.SetViewportSizeAsync(width, 800);

        await ada.GoToFormAsync($"/admin/departments/finance-and-accounting#{section}");

        await Expect(ada.Page.Locator($"#{section}")).ToBeFocusedAsync();
        await Expect(ada.Page.Locator($"#{section}")).ToBeInViewportAsync();
        await Expect(ada.Page.Locator($"details[open]:has(#{section})")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Check_boxes_are_square()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("it-support");

        var box = (await ada.Page.Locator("#field-serviceLines .check input").First.BoundingBoxAsync())!;

        Assert.Equal(box.Height, box.Width);
    }

    [Fact]
    public async Task Names_are_typed_one_after_the_other_as_chips()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/functions/tax-preparation");
        var chips = ada.Page.Locator("#field-synonyms .chips li");
        var count = await chips.CountAsync();

        await ada.ClickAsync("Add a synonym");
        await Expect(ada.Page.Locator($"#field-synonyms-{count}")).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("Bridge levy");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.Locator($"#field-synonyms-{count + 1}")).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("Toll");

        await Expect(chips).ToHaveCountAsync(count + 2);
        await Axe.AssertNoViolationAsync(ada.Page);
        var (first, second) = ((await chips.Nth(count).BoundingBoxAsync())!, (await chips.Nth(count + 1).BoundingBoxAsync())!);
        Assert.Equal(first.Y, second.Y);
        Assert.InRange(second.Width, 40, first.Width - 10);
        await ada.ClickAsync("Discard…");
        await ada.ClickAsync("Discard");
    }

    [Fact]
    public async Task Sections_say_what_is_changed_in_them_what_is_wrong_and_how_much_they_list()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("legal");
        ILocator Section(string name) =>
            ada.Page.GetByRole(AriaRole.Navigation, new() { Name = "Sections of the form" })
                .GetByRole(AriaRole.Button, new() { Name = name });
        await Expect(Section("Responsibilities 7")).ToBeVisibleAsync();

        await ada.Summary.FillAsync("Handles what is legal.");
        await Expect(Section("Basics Changed")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByText("Not saved: Summary")).ToBeVisibleAsync();
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("");
        await ada.ClickAsync("Review changes");
        await Expect(Section("Basics 1 error")).ToBeVisibleAsync();

        await Section("Functions").ClickAsync();
        await Expect(Section("Functions")).ToHaveAttributeAsync("aria-current", "true");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Button_pressed_while_the_draft_is_kept_does_what_it_says(int width)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada", Reader.Of(width));
        await ada.OpenAsync("logistics");
        await ada.Summary.FillAsync($"Carries things {width}.");

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Review changes", Exact = true }).HoverAsync();
        await ada.Page.Mouse.DownAsync();
        await ada.KeptAsync();
        await ada.Page.Mouse.UpAsync();

        await Expect(ada.Page.GetByText("What your save will change")).ToBeVisibleAsync();
        await ada.ClickAsync("Back to editing");
        await ada.ClickAsync("Discard…");
        await ada.ClickAsync("Discard");
    }

    [Fact]
    public async Task Form_of_a_long_department_is_no_endless_page_on_a_phone_and_its_lists_open_when_they_are_gone_to()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada", Reader.Of(390));
        await ada.OpenAsync("finance-and-accounting");
        var function = ada.Page.Locator("#field-functions li").First;
        await Expect(function).ToBeHiddenAsync();

        Assert.InRange(await ada.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"), 0, TallestOnAPhone);
        await ada.Page.GetByRole(AriaRole.Navigation, new() { Name = "Sections of the form" }).GetByText("Functions").ClickAsync();
        await Expect(function).ToBeVisibleAsync();
        Assert.Empty(await ada.Page.EvaluateAsync<string[]>(Scripts.Overflowing));
    }

    [Fact]
    public async Task New_department_has_no_office_and_says_so_only_when_it_is_to_be_saved()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/departments/new");
        await Expect(ada.Page.GetByLabel("Office", new() { Exact = true })).ToHaveValueAsync("");
        await Expect(ada.Page.GetByLabel("Basis", new() { Exact = true })).ToHaveValueAsync("");
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Bridges");
        await ada.Summary.FillAsync("Builds bridges.");
        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Office: Choose an office."]);

        await ada.Page.GetByLabel("Office", new() { Exact = true }).SelectOptionAsync("Back office");
        await ada.Page.GetByLabel("Basis", new() { Exact = true }).SelectOptionAsync("Judged by an editor");
        await ada.Page.Locator("#field-officeReason").FillAsync("No client meets it.");
        await ada.SaveAsync();
        await ada.SavedAsync();
    }

    [Fact]
    public async Task Toolbar_marks_what_is_selected_as_if_it_were_typed()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("sales");
        var description = ada.Page.GetByLabel("Description", new() { Exact = true });
        await description.FillAsync("Sells spans.\nAnd more.");

        await description.EvaluateAsync("field => field.setSelectionRange(6, 11)");
        await ada.ClickAsync("Bold");
        await Expect(description).ToHaveValueAsync("Sells **spans**.\nAnd more.");
        await Expect(ada.Page.Locator(".preview strong")).ToHaveTextAsync("spans");
        await description.EvaluateAsync("field => field.setSelectionRange(0, field.value.length)");
        await ada.ClickAsync("Numbered list");
        await Expect(description).ToHaveValueAsync("1. Sells **spans**.\n2. And more.");
        await StoredDrafts.WaitForAsync(server.DatabaseFile, "2. And more.");

        await ada.ClickAsync("Preview");
        await Expect(description).ToBeHiddenAsync();
        await Expect(ada.Page.Locator(".preview li")).ToHaveCountAsync(2);
        await ada.ClickAsync("Write");
        await Expect(description).ToHaveValueAsync("1. Sells **spans**.\n2. And more.");
        await Expect(ada.Page.Locator(".preview")).ToBeHiddenAsync();
    }
}
