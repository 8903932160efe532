namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Every step of every form: no violation in either colours, nothing too wide or too small.</summary>
[Collection(SecondBrowser.Name)]
public sealed class EditorAccessibilityTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    private readonly Findings _findings = new();

    // The kind, an entry, the field of its name and another text of it.
    private static readonly (string Folder, string Slug, string Name, string Text)[] Kinds =
    [
        ("departments", "sales", "name", "summary"),
        ("functions", "payroll-processing", "name", "description"),
        ("service-lines", "human-resources", "name", "summary"),
        ("outsourcing-types", "kpo", "name", "summary"),
        ("guide", "terms-and-acronyms", "heading", "summary"),
        ("synonyms", "1", "name", "name"),
    ];

    // Forms are made of the same parts, and that of departments of all of them: it is held to the rules on both screens.
    [Theory]
    [InlineData(0, 1280)]
    [InlineData(1, 1280)]
    [InlineData(2, 390)]
    [InlineData(3, 1280)]
    [InlineData(4, 390)]
    [InlineData(5, 1280)]
    public async Task Every_step_of_a_form_is_accessible(int kind, int width)
    {
        var (folder, slug, name, text) = Kinds[kind];
        var address = $"/admin/{folder}/{slug}";
        await using var ada = await server.LetInAsync(chromium, "Ada", StillReader(width));
        await using var ben = await server.LetInAsync(chromium, "Ben", StillReader(width));
        ILocator Field(Editor editor, string field) => editor.Page.Locator($"#field-{field}");

        await ada.GoToFormAsync($"/admin/{folder}/new");
        await LookAsync(ada, "new");
        await ada.GoToFormAsync(address);
        await ben.GoToFormAsync(address);
        await Expect(ada.Page.GetByText("Also editing: Ben")).ToBeVisibleAsync();
        await LookAsync(ada, "form");
        var before = await Field(ada, name).InputValueAsync();
        await Field(ada, name).FillAsync("");
        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.GetByText("before saving")).ToBeVisibleAsync();
        await LookAsync(ada, "problems");
        await Field(ada, name).FillAsync(before);
        await Field(ada, text).FillAsync($"Ada’s words at {width}.");
        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.GetByText("What your save will change")).ToBeVisibleAsync();
        await LookAsync(ada, "review");
        await ada.Page.ReloadAsync();
        await Expect(ada.Page.GetByText("You have a draft")).ToBeVisibleAsync();
        await ada.ClickAsync("Compare");
        await ada.ClickAsync("Discard…");
        await LookAsync(ada, "draft");
        await ada.ClickAsync("Continue the draft");

        await Field(ben, text).FillAsync($"Ben’s words at {width}.");
        await ben.SaveAsync();
        await ben.SavedAsync();
        await LookAsync(ben, "saved");
        await Expect(ada.Page.GetByText("Ben saved version")).ToBeVisibleAsync();
        await LookAsync(ada, "newer");
        await ada.ClickAsync("Compare and merge");
        await Expect(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Review the merged version" })).ToBeDisabledAsync();
        await LookAsync(ada, "merge");
        await ada.Page.GetByLabel("Take yours").CheckAsync();
        await ada.SaveMergedAsync();
        await ada.SavedAsync();

        await ada.Page.GotoAsync($"{address}/history?from=1&to=3");
        await Expect(ada.Page.GetByText("From version 1 to version 3")).ToBeVisibleAsync();
        await LookAsync(ada, "history");
        _findings.AssertNone();
    }

    private static Reader StillReader(int width) => Reader.Of(width) with { Motion = ReducedMotion.Reduce };

    private Task LookAsync(Editor editor, string what) =>
        _findings.LookAsync(editor.Page, what, rulesOnAPhone: editor.Page.Url.Contains("/departments/", StringComparison.Ordinal));
}
