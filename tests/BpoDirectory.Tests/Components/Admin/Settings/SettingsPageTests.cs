using System.Security.Claims;
using BpoDirectory.Accounts;
using BpoDirectory.Components.Admin;
using BpoDirectory.Components.Admin.Settings;
using BpoDirectory.Editing;
using BpoDirectory.Settings;
using BpoDirectory.Tests.Settings;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace BpoDirectory.Tests.Components.Admin.Settings;

public sealed class SettingsPageTests : BunitContext, IAsyncLifetime
{
    private readonly SettingsDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(_database.Store).AddSingleton(_database.Current).AddSingleton(_database.Get<BuiltInCatalog>())
            .AddScoped<UndoMessages>();
        AddAuthorization().SetAuthorized("Ada").SetPolicies(Policies.Administer)
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, $"{_database.Ada.AccountId}"), new Claim(ClaimTypes.Name, "Ada"));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Saved_name_is_kept_and_can_be_undone()
    {
        var page = Render<SettingsPage>();
        await page.Find("#field-name").InputAsync("Acme");
        page.WaitForAssertion(() => Assert.Equal("Not saved: Name", State(page)));

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Saved. Every page shows it from now on.", State(page)));
        Assert.Equal("Acme", _database.Current.Content.Name);
        var message = Assert.Single(Services.GetRequiredService<ISnackbar>().ShownSnackbars);
        await page.InvokeAsync(Services.GetRequiredService<UndoMessages>().Find(message)!);
        Assert.Equal("BPO Directory", _database.Current.Content.Name);
        page.WaitForAssertion(() => Assert.Equal("BPO Directory", page.Find("#field-name").GetAttribute("value")));
    }

    [Fact]
    public async Task Problems_are_told_beside_their_fields_and_above_the_form()
    {
        var page = Render<SettingsPage>();
        await page.Find("#field-name").InputAsync("");
        await page.Find("#field-accent").InputAsync("#ff9900");
        await page.Find("#field-reportAddress").InputAsync("nobody");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Enter a name.", page.Find("#field-name-problem").TextContent.Trim()));
        Assert.Contains("2.1:1", page.Find("#field-accent-problem").TextContent, StringComparison.Ordinal);
        Assert.Contains("no e-mail address", page.Find("#field-reportAddress-problem").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll(".problems li").Count);
        Assert.Equal(0, _database.Current.Saved.Version);
    }

    [Fact]
    public async Task Colour_is_shown_on_light_and_dark_ground_while_it_is_typed()
    {
        var page = Render<SettingsPage>();

        await page.Find("#field-accent").InputAsync("#7a003c");

        var accent = AccentColour.From("#7a003c");
        page.WaitForAssertion(() => Assert.Equal(
            [$"The accent in light colours: {accent.Light}", $"The accent in dark colours: {accent.Dark}"],
            page.FindAll("svg.preview").Select(preview => preview.GetAttribute("aria-label"))));
        await page.Find("#field-accent").InputAsync("#ffff00");
        page.WaitForAssertion(
            () => Assert.Contains("is too light", page.Find(".problem[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("svg.preview [style], svg.preview style"));
    }

    [Fact]
    public async Task Second_administrator_is_told_what_the_first_saved_and_keeps_what_they_typed()
    {
        var page = Render<SettingsPage>();
        await page.Find("#field-name").InputAsync("Ada’s");
        var ben = _database.Open();
        (ben.Content.Name, ben.Content.Headline) = ("Ben’s", "Ben’s question?");
        await ben.SaveAsync(_database.Ben);

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(
            () => Assert.Contains("Ben saved other settings", page.Find(":not(noscript) > .notice").TextContent, StringComparison.Ordinal));
        Assert.Equal(
            ["Name: BPO Directory → Ben’s", "Question over the search box: Who handles what in outsourcing? → Ben’s question?"],
            page.FindAll(".newer li").Select(item => item.TextContent));
        Assert.Equal("Ada’s", page.Find("#field-name").GetAttribute("value"));
        Assert.Equal("Ben’s question?", page.Find("#field-headline").GetAttribute("value"));
        Assert.Equal("Not saved: Name", State(page));
        Assert.Equal("Ben’s", _database.Current.Content.Name);
    }

    [Fact]
    public void Wrong_file_is_told_of_beside_the_field_and_a_picture_is_shown_before_it_is_saved()
    {
        var page = Render<SettingsPage>();
        var input = page.FindComponent<InputFile>();

        input.UploadFiles(InputFileContent.CreateFromBinary("<html></html>"u8.ToArray(), "logo.png", contentType: "image/png"));

        page.WaitForAssertion(
            () => Assert.Contains("a document of another kind", page.Find("#field-logo-problem").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("img"));

        input.UploadFiles(InputFileContent.CreateFromBinary(new byte[LogoFile.LargestFile + 1], "logo.png"));
        page.WaitForAssertion(
            () => Assert.Contains("more than 200 KB", page.Find("#field-logo-problem").TextContent, StringComparison.Ordinal));

        input.UploadFiles(InputFileContent.CreateFromBinary(LogoFiles.Png, "logo.txt"));
        page.WaitForAssertion(
            () => Assert.StartsWith(
                "data:image/png;base64,", page.Find("img[alt='The logo']").GetAttribute("src"), StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#field-logo-problem"));
    }

    [Fact]
    public async Task Examples_and_links_are_added_and_removed()
    {
        var page = Render<SettingsPage>();
        await page.Find("#field-examples-add").ClickAsync(new());
        await page.Find("#field-examples-0").InputAsync("travel costs");
        await page.Find("#field-footerLinks-add").ClickAsync(new());
        await page.Find("#field-footerLinks-0-label").InputAsync("Intranet");
        await page.Find("#field-footerLinks-0-address").InputAsync("intranet");

        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(
            () => Assert.Contains(
                "no web address", page.Find("#field-footerLinks-0-address-problem").TextContent, StringComparison.Ordinal));
        await page.Find("#field-footerLinks-0-address").InputAsync("https://intranet.example.com");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(["travel costs"], _database.Current.Content.Examples));
        Assert.Equal("https://intranet.example.com", Assert.Single(_database.Current.Content.FooterLinks).Address);
    }

    private static string State(IRenderedComponent<SettingsPage> page) => page.Find(".save-bar .state").TextContent;
}
