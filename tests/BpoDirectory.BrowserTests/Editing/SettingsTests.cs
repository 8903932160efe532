namespace BpoDirectory.BrowserTests.Editing;

/// <summary>The organisation's own directory: settled by an administrator, met by a reader.</summary>
[Collection(SecondBrowser.Name)]
public sealed class SettingsTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    private const string Drawing =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30'><style>rect { fill: #7a003c }</style><rect width='90' height='30'/></svg>";

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Name_logo_and_colour_that_an_administrator_chooses_are_what_readers_see(int width)
    {
        var name = $"Acme {width}";
        await using var ada = await server.LetInAsync(chromium, "Ada", Reader.Of(width));
        await ada.GoToFormAsync("/admin/settings");
        await Axe.AssertNoViolationAsync(ada.Page);

        await ada.Page.Locator("#field-logo input").SetInputFilesAsync(File("logo.png", "<html><script>alert(1)</script></html>"));
        await Expect(ada.Page.Locator("#field-logo-problem")).ToContainTextAsync("a document of another kind");
        await ada.Page.Locator("#field-logo input").SetInputFilesAsync(File("logo.svg", Drawing));
        await Expect(ada.Page.GetByAltText("The logo")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("#field-logo-problem")).ToHaveCountAsync(0);
        await ada.Page.Locator("#field-name").FillAsync(name);
        await ada.Page.Locator("#field-accent").FillAsync("#ffcc00");
        await ada.ClickAsync("Save");
        await Expect(ada.Page.Locator("#field-accent-problem")).ToContainTextAsync("is too light");
        await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);
        await ada.Page.Locator("#field-accent").FillAsync(width == 390 ? "#7a003c" : "#4b2e83");
        await ada.Page.Locator("#field-accent").PressAsync("Enter");
        await Expect(ada.Page.GetByText("Saved. Every page shows it from now on.")).ToBeVisibleAsync();
        await Axe.AssertNoViolationInEitherColoursAsync(ada.Page);

        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var context = await chromium.NewReaderAsync(server.Address, Reader.Of(width) with { Colours = colours });
            var page = await context.NewPageAsync();
            await page.GotoAsync("/");
            var brand = page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
            await Expect(brand).ToBeVisibleAsync();
            Assert.True(await brand.Locator("img").EvaluateAsync<bool>("image => image.complete && image.naturalWidth > 0"));
            Assert.Equal((96, 32), await SizeAsync(brand.Locator("img")));
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).Last)
                .ToHaveCSSAsync("background-color", Accent(width, colours));
            await Axe.AssertNoViolationAsync(page);
            await context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("cut.png", "89504E470D0A1A0A0000000D49484452000000400000004001000000")]
    [InlineData("cut.webp", "52494646240000005745425056503820180000003001009D012A40004000")]
    public async Task File_that_begins_like_a_picture_and_cannot_be_shown_does_not_become_the_logo(string file, string bytes)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/settings");

        await ada.Page.Locator("#field-logo input").SetInputFilesAsync(
            new FilePayload { Name = file, MimeType = "image/png", Buffer = Convert.FromHexString(bytes) });

        await Expect(ada.Page.Locator("#field-logo-problem")).ToContainTextAsync("cannot be shown");
        await Expect(ada.Page.GetByText("Not saved: Logo")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_typed_before_the_page_is_loaded_again_is_there_again()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.GoToFormAsync("/admin/settings");
        await ada.Page.Locator("#field-headline").FillAsync("Whom do I ask?");
        await Expect(ada.Page.GetByText("Not saved: Question over the search box")).ToBeVisibleAsync();

        // As the page does it when its circuit is gone.
        await ada.Page.EvaluateAsync("() => document.dispatchEvent(new Event('beforereload'))");
        await ada.Page.ReloadAsync();

        await Expect(ada.Page.GetByText("Not saved: Question over the search box")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("#field-headline")).ToHaveValueAsync("Whom do I ask?");
        await ada.ClickAsync("Discard…");
        await ada.ClickAsync("Discard");
        await Expect(ada.Page.Locator("#field-headline")).ToHaveValueAsync("Who handles what in outsourcing?");
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Focus_of_a_field_is_shown_by_its_frame_and_no_line_runs_through_its_label(int width, ColorScheme colours)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada", Reader.Of(width) with { Colours = colours });
        await ada.GoToFormAsync("/admin/settings");
        var name = ada.Page.Locator("#field-name");

        await name.FillAsync("Acme");
        await AssertShownAsync();
        await name.FillAsync("");
        await ada.ClickAsync("Save");
        await Expect(ada.Page.Locator("#field-name-problem")).ToHaveTextAsync("Enter a name.");
        await name.FocusAsync();
        await AssertShownAsync();

        async Task AssertShownAsync()
        {
            await Expect(name).ToHaveCSSAsync("outline-style", "none");
            Assert.True(await name.EvaluateAsync<bool>(Scripts.ShowsFocus));
        }
    }

    private static FilePayload File(string name, string content) =>
        new() { Name = name, MimeType = "image/png", Buffer = System.Text.Encoding.UTF8.GetBytes(content) };

    private static async Task<(int Width, int Height)> SizeAsync(ILocator image)
    {
        var box = (await image.BoundingBoxAsync())!;
        return ((int)Math.Round(box.Width), (int)Math.Round(box.Height));
    }

    private static string Accent(int width, ColorScheme colours)
    {
        var accent = BpoDirectory.Settings.AccentColour.From(width == 390 ? "#7a003c" : "#4b2e83");
        var shown = System.Drawing.ColorTranslator.FromHtml(colours == ColorScheme.Light ? accent.Light : accent.Dark);
        return $"rgb({shown.R}, {shown.G}, {shown.B})";
    }
}
