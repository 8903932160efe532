using System.Security.Claims;
using BpoDirectory.Accounts;
using BpoDirectory.Components.Admin.Searches;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Search;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Settings;
using BpoDirectory.Tests.Editing;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace BpoDirectory.Tests.Components.Admin.Searches;

public sealed class SearchesTests : BunitContext, IAsyncLifetime
{
    private readonly EditingDatabase _database = new();
    private readonly TestClock _clock = new();
    private SearchCounter _counter = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _counter = new SearchCounter(_database.Catalog.Gate, _database.Get<SearchState>(), _clock);
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        var wordings = new SearchedWordings(
            _database.Catalog.Gate, _database.Catalog.Contexts, _database.Get<EntryStore>(), _counter, _database.Get<SearchOutcomes>(),
            _database.Get<AccountRights>(), _clock);
        Services.AddSingleton(_database.Get<CurrentSettings>()).AddSingleton(wordings).AddSingleton(_database.Get<EntryChoices>())
            .AddSingleton(_database.Get<DepartmentSearch>())
            .AddSingleton(new WordingAnswers(wordings, _database.Departments, new BusinessFunctionEditing(), new SynonymSetEditing()));
        AddAuthorization().SetAuthorized("Ada").SetPolicies(Policies.Edit)
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, $"{_database.Ada.AccountId}"), new Claim(ClaimTypes.Name, "Ada"));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Count("zebra wrangling", "payroll", "payroll");
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("/admin/searches", "Without an answer", "zebra wrangling")]
    [InlineData("/admin/searches?list=NeverOpened", "Answered, never opened", "payroll")]
    [InlineData("/admin/searches?list=nonsense", "Without an answer", "zebra wrangling")]
    public void Address_says_which_list_is_shown(string address, string label, string wording)
    {
        var page = RenderAt(address);

        page.WaitForAssertion(() => Assert.Equal([wording], Wordings(page)));
        Assert.Equal(label, page.Find("button[aria-pressed=true]").TextContent);
    }

    [Fact]
    public async Task Chosen_list_is_shown_and_in_the_address()
    {
        var page = RenderAt("/admin/searches");
        page.WaitForAssertion(() => Assert.NotEmpty(Wordings(page)));

        await Button(page, "Answered, never opened").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["payroll"], Wordings(page)));
        Assert.EndsWith(
            "/admin/searches?list=NeverOpened", (string)JSInterop.Invocations["history.replaceState"][^1].Arguments[2]!,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_wording_has_its_count_and_how_that_has_changed()
    {
        await _counter.WriteAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromDays(7));
        Count("payroll");

        var page = RenderAt("/admin/searches?list=NeverOpened");

        page.WaitForAssertion(() => Assert.Contains("down from 2", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Equal(
            ["3", "1 down from 2"],
            page.FindAll("tbody td").Skip(1).Take(2)
                .Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task Dismissed_wording_leaves_the_list_and_undo_brings_it_back()
    {
        var page = RenderAt("/admin/searches");
        page.WaitForAssertion(() => Assert.NotEmpty(Wordings(page)));

        await page.Find("button[aria-label^=Dismiss]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(Wordings(page)));
        Assert.Contains(
            "“zebra wrangling” is dismissed for good.", page.Find("[role=status].notice").TextContent, StringComparison.Ordinal);

        await Button(page, "Undo").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(["zebra wrangling"], Wordings(page)));
    }

    [Fact]
    public async Task Only_what_has_an_answer_can_be_suggested()
    {
        var page = RenderAt("/admin/searches");
        page.WaitForAssertion(() => Assert.NotEmpty(Wordings(page)));
        Assert.Empty(page.FindAll("button[aria-label^=Suggest]"));

        await Button(page, "Answered, never opened").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(["payroll"], Wordings(page)));
        await page.Find("button[aria-label^=Suggest]").ClickAsync(new());
        page.WaitForAssertion(
            () => Assert.Contains("is now suggested to everybody", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Single(page.FindAll("button[aria-label^='Stop suggesting']"));

        await Button(page, "Undo").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Single(page.FindAll("button[aria-label^='Suggest “payroll”']")));
    }

    private static IReadOnlyList<string> Wordings(IRenderedComponent<IComponent> page) =>
        [.. page.FindAll("tbody a.name").Select(link => link.TextContent)];

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private IRenderedComponent<IComponent> RenderAt(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render(builder =>
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<BpoDirectory.Components.Admin.Searches.Searches>(1);
            builder.CloseComponent();
        });
    }

    private void Count(params string[] wordings)
    {
        foreach (var wording in wordings)
            _counter.Count(_database.Catalog.Ask(wording));
    }
}
