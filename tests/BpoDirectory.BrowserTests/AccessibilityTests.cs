namespace BpoDirectory.BrowserTests;

public sealed class AccessibilityTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    // One reader looks at a page in every colour and on every screen: making one takes longer than most pages do.
    [Theory]
    [MemberData(nameof(PageKinds.EachWithStatus), MemberType = typeof(PageKinds))]
    public async Task A_page_has_no_violation_in_either_colours_and_fits_every_screen_with_targets_large_enough_for_a_thumb(
        string address, int status)
    {
        await OpenAsync(address, Reader.AtADesk with { Motion = ReducedMotion.Reduce }, status);
        await Axe.AssertNoViolationInEitherColoursAsync(Page);
        await AssertNoLevelOfHeadingsIsLeftOutAsync();

        await Page.SetViewportSizeAsync(Reader.OnAPhone.Width, Reader.OnAPhone.Height);
        await GoAsync(address, status);
        await Axe.AssertNoViolationInEitherColoursAsync(Page);
        await AssertNoLevelOfHeadingsIsLeftOutAsync();
        foreach (var width in new[] { 390, 320 })
        {
            await Page.SetViewportSizeAsync(width, Reader.OnAPhone.Height);
            Nothing.In(await Page.EvaluateAsync<string[]>(Scripts.Overflowing));
            Nothing.In(await Page.EvaluateAsync<string[]>(Scripts.SmallTargets));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=legal")]
    public async Task Opened_menus_and_filters_have_no_violation(string address)
    {
        await OpenAsync(address, Reader.OnAPhone with { Motion = ReducedMotion.Reduce });
        foreach (var summary in await Page.Locator("summary:visible").AllAsync())
            await summary.ClickAsync();

        await Axe.AssertNoViolationAsync(Page);
        Nothing.In(await Page.EvaluateAsync<string[]>(Scripts.SmallTargets));
    }

    [Fact]
    public async Task A_source_mark_is_large_enough_for_a_thumb_in_any_font()
    {
        await OpenAsync("/departments/legal", Reader.OnAPhone);

        var sizes = await Page.Locator("a.source").EvaluateAllAsync<double[]>(
            """
            marks => marks.flatMap(mark => {
              mark.style.fontSize = '1px';
              const { width, height } = mark.getBoundingClientRect();
              return [width, height];
            })
            """);

        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.InRange(size, 24, 48));
    }

    [Fact]
    public async Task Nothing_moves_for_a_reader_who_asks_for_stillness()
    {
        await OpenAsync("/?q=legal");
        Assert.NotEqual(0, await Page.EvaluateAsync<int>(Scripts.Moving));

        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        Assert.Equal(0, await Page.EvaluateAsync<int>(Scripts.Moving));
    }

    private async Task AssertNoLevelOfHeadingsIsLeftOutAsync()
    {
        var levels = await Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => +h.tagName[1])");
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, string.Join(' ', levels)));
    }
}
