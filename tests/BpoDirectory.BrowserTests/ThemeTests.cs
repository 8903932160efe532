namespace BpoDirectory.BrowserTests;

public sealed class ThemeTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    private const string Light = "rgb(255, 255, 255)";
    private const string Dark = "rgb(15, 20, 24)";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task A_chosen_theme_is_remembered_and_stands_in_the_first_bytes_of_the_next_page(int width, bool hasScript)
    {
        await OpenAsync("/departments/legal", Reader.Of(width) with { HasScript = hasScript });
        Assert.Equal(Light, await BackgroundAsync());

        await ChooseAsync("Dark colours");

        await Expect(Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await ExpectBackgroundAsync(Dark);
        Assert.Equal("/departments/legal", Here);
        var next = await GoAsync("/about");
        Assert.Contains("data-theme=\"dark\"", (await next.TextAsync())[..200], StringComparison.Ordinal);
        Assert.Equal(Dark, await BackgroundAsync());
    }

    [Fact]
    public async Task A_chosen_theme_never_gives_way_to_another_while_the_page_loads()
    {
        await OpenAsync("/");
        await ChooseAsync("Dark colours");
        await Context.AddInitScriptAsync(
            """
            window.themes = [];
            new MutationObserver(changes => {
              for (const change of changes)
                if (change.type === 'attributes') window.themes.push('changed to ' + document.documentElement.dataset.theme);
              if (document.body && window.themes.length === 0) window.themes.push(document.documentElement.dataset.theme);
            }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-theme'] });
            """);

        await Page.ReloadAsync();

        Assert.Equal(["dark"], await Page.EvaluateAsync<string[]>("() => window.themes"));
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Dark colours" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_choice_the_colours_follow_the_system_as_it_changes(bool hasScript)
    {
        await OpenAsync("/", Reader.AtADesk with { HasScript = hasScript });
        Assert.Equal(Light, await BackgroundAsync());

        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        await ExpectBackgroundAsync(Dark);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_choice_can_be_given_back_to_the_system(bool hasScript)
    {
        await OpenAsync("/", Reader.AtADesk with { HasScript = hasScript });
        await ChooseAsync("Dark colours");
        await ExpectBackgroundAsync(Dark);

        await ChooseAsync("Colours of your system");

        await ExpectBackgroundAsync(Light);
        await Page.ReloadAsync();
        Assert.Equal(Light, await BackgroundAsync());
    }

    private async Task ChooseAsync(string name)
    {
        var menu = Page.Locator("header summary");
        if (await menu.IsVisibleAsync())
            await menu.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
    }

    private Task ExpectBackgroundAsync(string colour) => Expect(Page.Locator("body")).ToHaveCSSAsync("background-color", colour);
}
