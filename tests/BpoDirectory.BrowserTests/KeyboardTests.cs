namespace BpoDirectory.BrowserTests;

/// <summary>Everything can be done without a mouse, and it is always visible where one is.</summary>
public sealed class KeyboardTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    private const int MostStops = 300;

    private ILocator Focused => Page.Locator("*:focus");

    [Theory]
    [InlineData("/")]
    [InlineData("/departments/legal")]
    public async Task The_first_stop_skips_to_the_content(string address)
    {
        await OpenAsync(address);

        await Page.Keyboard.PressAsync("Tab");
        await Expect(Focused).ToHaveTextAsync("Skip to the content");
        await Expect(Focused).ToBeInViewportAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Tab");

        Assert.True(await Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/departments/legal")]
    public async Task A_slash_leads_to_the_search_and_is_typed_there(string address)
    {
        await OpenAsync(address);
        var search = Page.Locator("input[type=search]:visible");

        await Page.Keyboard.PressAsync("/");
        await Expect(search).ToBeFocusedAsync();
        await Expect(search).ToHaveValueAsync("");
        await Page.Keyboard.PressAsync("/");

        await Expect(search).ToHaveValueAsync("/");
    }

    [Fact]
    public async Task Stops_come_in_the_order_of_reading()
    {
        await OpenAsync("/");
        string[] expected =
        [
            "Skip to the content", "BPO Directory", "Departments", "Functions", "Service lines", "Coverage", "Types", "Guide", "About",
            "Light colours", "Dark colours", "Colours of your system", "Sign in", "Search departments, functions and other names", "Search",
            "who handles payroll?",
        ];

        var stops = new List<string>();
        foreach (var _ in expected)
        {
            await Page.Keyboard.PressAsync("Tab");
            stops.Add(await Focused.EvaluateAsync<string>("e => (e.labels?.[0] ?? e).textContent.trim()"));
        }

        Assert.Equal(expected, stops);
    }

    [Theory]
    [InlineData("/", 1280, ColorScheme.Light)]
    [InlineData("/?q=legal&office=back", 1280, ColorScheme.Dark)]
    [InlineData("/?q=legal&view=table", 390, ColorScheme.Light)]
    [InlineData("/departments/finance-and-accounting", 390, ColorScheme.Dark)]
    public async Task Every_stop_shows_where_the_focus_is(string address, int width, ColorScheme colours)
    {
        await OpenAsync(address, Reader.Of(width) with { Colours = colours });
        var stops = 0;

        await Page.Keyboard.PressAsync("Tab");
        while (await Page.EvaluateAsync<bool>("() => document.activeElement !== document.body") && stops++ < MostStops)
        {
            Assert.True(await Focused.EvaluateAsync<bool>(Scripts.ShowsFocus),
                $"The focus is not visible on {await Focused.EvaluateAsync<string>("e => e.outerHTML")}");
            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.InRange(stops, 10, MostStops);
    }

    [Fact]
    public async Task Asking_narrowing_choosing_and_going_back_need_no_mouse()
    {
        await OpenAsync("/", Reader.OnAPhone);
        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync("legal");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Count).ToContainTextAsync("for ‘legal’");

        await TabToAsync("Filters");
        await Page.Keyboard.PressAsync("Enter");
        await TabToAsync("Back office");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page).ToHaveURLAsync("/?q=legal&office=back");
        await Expect(Page.GetByText("Remove the filter Back office")).ToBeVisibleAsync();

        await TabToAsync("Legal");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Heading).ToHaveTextAsync("Legal");
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Page.Locator(".skip-link")).ToBeFocusedAsync();

        await Page.GoBackAsync();
        await Expect(Count).ToContainTextAsync("for ‘legal’");
        await Expect(Page).ToHaveURLAsync("/?q=legal&office=back");
    }

    private async Task TabToAsync(string beginning)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>(
                "text => document.activeElement !== document.body && document.activeElement.textContent.trim().startsWith(text)",
                beginning))
                return;
        }
        Assert.Fail($"The keyboard never reached “{beginning}”.");
    }
}
