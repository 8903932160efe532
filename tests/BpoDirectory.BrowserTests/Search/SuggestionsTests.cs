namespace BpoDirectory.BrowserTests.Search;

/// <summary>The search box completes what is typed.</summary>
public sealed class SuggestionsTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    private ILocator Box => Page.GetByRole(AriaRole.Combobox);

    private ILocator List => Page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" });

    private ILocator Options => List.GetByRole(AriaRole.Option);

    private ILocator Active => Page.Locator("[role=option][aria-selected=true]");

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Arrows_move_through_the_list_and_enter_opens_what_they_point_at(int width)
    {
        await TypeAsync("pay", Reader.Of(width));

        await Box.PressAsync("ArrowDown");
        await Expect(Active).ToHaveCountAsync(1);
        await Expect(Box).ToHaveAttributeAsync("aria-activedescendant", (await Active.GetAttributeAsync("id"))!);
        await Expect(Active).ToContainTextAsync("Payment Processing");
        await Box.PressAsync("Enter");

        await Expect(Page).ToHaveURLAsync("/departments/payment-processing");
        await Expect(Heading).ToHaveTextAsync("Payment Processing");
    }

    [Fact]
    public async Task Enter_asks_what_was_typed_as_long_as_nothing_is_pointed_at()
    {
        await TypeAsync("payroll", Reader.AtADesk);

        await Box.PressAsync("Enter");

        await Expect(List).ToBeHiddenAsync();
        await Expect(Count).ToHaveTextAsync("2 results for ‘payroll’");
        await Expect(Page).ToHaveURLAsync("/?q=payroll");
    }

    [Fact]
    public async Task Escape_closes_the_list_and_keeps_what_was_typed()
    {
        await TypeAsync("pay", Reader.AtADesk);

        await Box.PressAsync("Escape");

        await Expect(List).ToBeHiddenAsync();
        await Expect(Box).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(Box).ToHaveValueAsync("pay");
        await Expect(Box).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task The_open_list_has_no_violation(int width, ColorScheme colours)
    {
        await TypeAsync("pay", Reader.Of(width) with { Colours = colours, Motion = ReducedMotion.Reduce });
        await Box.PressAsync("ArrowDown");

        await Axe.AssertNoViolationAsync(Page);
        Nothing.In(await Page.EvaluateAsync<string[]>(Scripts.Overflowing));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Where_results_follow_typing_the_list_opens_only_when_asked_for(int width)
    {
        await OpenAsync("/", Reader.Of(width));
        await Box.PressSequentiallyAsync("pay");
        await Expect(Count).ToContainTextAsync("‘pay’");
        await Expect(Box).ToHaveAttributeAsync("aria-expanded", "false");

        await Box.PressAsync("ArrowDown");

        await Expect(Active).ToHaveCountAsync(1);
        var box = (await Page.Locator("main form[role=search] .field").BoundingBoxAsync())!;
        var list = (await List.BoundingBoxAsync())!;
        Assert.Equal((box.X, box.Width), (list.X, list.Width));
        await Box.PressAsync("y");
        await Expect(List).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_typed_while_suggestions_are_on_their_way_is_completed_too()
    {
        await OpenAsync("/guide");
        var isAsked = new TaskCompletionSource();
        await Page.RouteAsync("**/api/v1/suggestions?q=p", _ => isAsked.TrySetResult());
        await Box.PressSequentiallyAsync("p");
        await isAsked.Task;

        await Box.PressAsync("a");

        await Expect(Options.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_box_is_a_plain_one()
    {
        await OpenAsync("/", Reader.AtADesk.WithoutScript);

        await Expect(Box).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Searchbox)).ToBeVisibleAsync();
    }

    private async Task TypeAsync(string text, Reader reader)
    {
        await OpenAsync("/guide", reader);
        await Box.PressSequentiallyAsync(text);
        await Expect(Options.First).ToBeVisibleAsync();
        await Expect(Box).ToHaveAttributeAsync("aria-expanded", "true");
    }
}
