namespace BpoDirectory.BrowserTests;

public sealed class GuideTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task The_guide_is_read_from_its_first_article_to_its_last(int width, bool hasScript)
    {
        await OpenAsync("/guide", Reader.Of(width) with { HasScript = hasScript });
        var titles = await Page.Locator("main").GetByRole(AriaRole.Heading, new() { Level = 2 }).AllInnerTextsAsync();
        await Page.Locator("main").GetByRole(AriaRole.Heading, new() { Level = 2 }).First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Heading).ToHaveTextAsync(titles[0]);

        foreach (var title in titles.Skip(1))
        {
            await Page.Locator("main a[rel=next]").ClickAsync();
            await Expect(Heading).ToHaveTextAsync(title);
        }

        await Expect(Page.Locator("main a[rel=next]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_article_leads_into_the_catalog()
    {
        await OpenAsync("/guide/terms-and-acronyms");
        var link = Page.Locator("main .prose a[href^='/']").First;
        var address = await link.GetAttributeAsync("href");

        await link.ClickAsync();

        await Expect(Page).ToHaveURLAsync(address!);
        await Expect(Heading).ToBeVisibleAsync();
    }
}
