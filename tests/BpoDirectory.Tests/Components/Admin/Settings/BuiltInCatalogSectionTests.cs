using System.Security.Claims;
using BpoDirectory.Accounts;
using BpoDirectory.Components.Admin.Settings;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Tests.Editing;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace BpoDirectory.Tests.Components.Admin.Settings;

public sealed class BuiltInCatalogSectionTests : BunitContext, IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.Catalog.SqlAsync($"UPDATE Accounts SET Role = '{nameof(AccountRole.Administrator)}'");
        Services.AddMudServices();
        Services.AddSingleton(_database.Get<BuiltInCatalog>());
        JSInterop.Mode = JSRuntimeMode.Loose;
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
    public async Task Catalog_is_put_away_after_a_question_and_brought_back()
    {
        var section = Render<BuiltInCatalogSection>();
        section.WaitForAssertion(() => Assert.Single(section.FindAll("#archive-catalog")));
        Assert.Empty(section.FindAll("#restore-catalog"));
        await section.Find("#archive-catalog").ClickAsync(new());
        Assert.Matches(@"^Hide \d+ entries from readers\?", section.Find("strong").TextContent);
        Assert.Equal(0, (await _database.Get<BuiltInCatalog>().CountAsync()).Archived);

        await Button(section, "Archive").ClickAsync(new());

        section.WaitForAssertion(() => Assert.Single(section.FindAll("#restore-catalog")), TimeSpan.FromMinutes(1));
        Assert.Matches(@"^\d+ entries archived\.$", section.Find("[role=status]").TextContent);
        await section.Find("#restore-catalog").ClickAsync(new());
        section.WaitForAssertion(() => Assert.Single(section.FindAll("#archive-catalog")), TimeSpan.FromMinutes(1));
        Assert.Matches(@"^\d+ entries brought back\.$", section.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Whoever_is_no_administrator_any_more_is_told_so()
    {
        var section = Render<BuiltInCatalogSection>();
        section.WaitForAssertion(() => Assert.Single(section.FindAll("#archive-catalog")));
        await _database.Catalog.SqlAsync($"UPDATE Accounts SET Role = '{nameof(AccountRole.Editor)}'");
        await section.Find("#archive-catalog").ClickAsync(new());

        await Button(section, "Archive").ClickAsync(new());

        section.WaitForAssertion(
            () => Assert.Contains("You may not do this", section.Find(".notice").TextContent, StringComparison.Ordinal));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<BuiltInCatalogSection> section, string text) =>
        section.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
