using System.Text;
using System.Text.RegularExpressions;

namespace BpoDirectory.BrowserTests;

public sealed partial class PrintTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    [Theory]
    [InlineData("/departments/finance-and-accounting")]
    [InlineData("/departments/human-resources")]
    [InlineData("/departments/bpo-department")]
    public async Task A_department_prints_on_two_sheets_at_most(string address)
    {
        await OpenAsync(address);

        var sheets = Sheets(
            await Page.PdfAsync(new() { Format = "A4", Margin = new() { Top = "1cm", Bottom = "1cm", Left = "1cm", Right = "1cm" } }));

        Assert.InRange(sheets, 1, 2);
    }

    [Fact]
    public async Task Paper_shows_the_content_alone_dark_on_white()
    {
        await OpenAsync("/departments/legal", Reader.AtADesk with { Colours = ColorScheme.Dark });

        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(Page.Locator("header.site-header")).ToBeHiddenAsync();
        await Expect(Page.Locator("footer")).ToBeHiddenAsync();
        await Expect(Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Expect(Heading).ToBeVisibleAsync();
        await Expect(Page.Locator("#sources")).ToBeVisibleAsync();
        Assert.Equal("rgb(255, 255, 255)", await BackgroundAsync());
    }

    [Fact]
    public async Task What_is_folded_on_the_screen_is_printed()
    {
        await OpenAsync("/departments/human-resources");
        var why = Page.GetByText("so both own it");
        await Expect(why).ToBeHiddenAsync();

        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(why).ToBeVisibleAsync();
        Assert.True(await why.EvaluateAsync<bool>("text => text.getBoundingClientRect().height > 0"));
    }

    private static int Sheets(byte[] pdf) => PdfPage().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PdfPage();
}
