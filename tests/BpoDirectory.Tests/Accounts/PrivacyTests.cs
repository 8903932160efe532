using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using BpoDirectory.Accounts;
using BpoDirectory.Clients;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Exchange.Export;
using BpoDirectory.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Accounts;

/// <summary>
/// What is kept from those who are not signed in: words that stand nowhere else are planted in every field, and looked for on every route.
/// </summary>
public sealed partial class PrivacyTests(PrivacyTests.PlantedApp planted) : IClassFixture<PrivacyTests.PlantedApp>
{
    private const string Department = "finance-and-accounting";
    private const string FormerClient = "gorbalind";

    // Each is the only word of its kind anywhere; the phone number and the addresses as they are kept and as they are shown.
    private static readonly string[] OfPeople =
        ["Wexlobar", "wexlobar-fimtros", "Grondelmax", "plimsot", "442079460111", "20 7946 0111", "Skarbundle"];

    private static readonly string[] OfClients = ["Tivormundo", "tivormundo", "Hexalupine"];

    private readonly AccountApp _app = planted.App;

    [Fact]
    public async Task Nobody_who_is_not_signed_in_finds_anything_of_people_or_clients_on_any_route()
    {
        // Whatever is kept of answers to somebody who may see all must be nobody else's.
        await FindAsync(_app.Editor, Addresses(), [.. OfPeople, .. OfClients]);

        Assert.Empty(await FindAsync(_app.NewBrowser(), Addresses(), [.. OfPeople, .. OfClients]));
        Assert.Empty(await FindAsync(_app.NewBrowser(), Addresses(), [.. OfPeople, .. OfClients]));
    }

    [Theory]
    [InlineData("Wexlobar Fimtros")]
    [InlineData("plimsot@vurnix.example")]
    [InlineData("Tivormundo")]
    [InlineData("payroll processing for Tivormundo")]
    public async Task Question_that_names_one_is_answered_as_if_there_were_none(string question)
    {
        var unknown = question.Replace("Tivormundo", "Yarvandelo", StringComparison.Ordinal);

        var answer = await ReadAsync(_app.NewBrowser(), $"/api/v1/departments?q={Uri.EscapeDataString(question)}");
        var same = await ReadAsync(_app.NewBrowser(), $"/api/v1/departments?q={Uri.EscapeDataString(unknown)}");

        Assert.Equal(Slugs(same), Slugs(answer));
        Assert.False(answer.TryGetProperty("narrowed", out _));
    }

    [Fact]
    public async Task Filter_by_a_client_finds_nothing_and_counts_nobody()
    {
        var known = await ReadAsync(_app.NewBrowser(), "/api/v1/departments?client=tivormundo");
        var unknown = await ReadAsync(_app.NewBrowser(), "/api/v1/departments?client=yarvandelo");

        Assert.Equal((0, 0), (known.GetProperty("total").GetInt32(), unknown.GetProperty("total").GetInt32()));
        Assert.False(known.GetProperty("facets").TryGetProperty("client", out _));
    }

    [Fact]
    public async Task Former_address_of_a_client_leads_only_those_to_it_who_may_see_clients()
    {
        using var hidden = await _app.NewBrowser().GetAsync($"/departments?client={FormerClient}");
        using var shown = await _app.Editor.GetAsync($"/departments?client={FormerClient}");

        Assert.Equal(HttpStatusCode.OK, hidden.StatusCode);
        Assert.Equal("/departments?client=tivormundo", shown.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData(AccountRole.Reader)]
    [InlineData(AccountRole.Editor)]
    public async Task Who_is_signed_in_sees_them(AccountRole role)
    {
        var browser = await _app.InviteAsync($"one-{role}", role);

        await AssertShownAsync(browser, $"/departments/{Department}", ["Wexlobar", "Grondelmax", "plimsot", "20 7946 0111", "Tivormundo"]);
        await AssertShownAsync(browser, "/people/wexlobar-fimtros", ["Wexlobar", "Grondelmax", "Skarbundle", "Finance and Accounting"]);
        await AssertShownAsync(browser, "/people?q=wexlo", ["Wexlobar"]);
        await AssertShownAsync(browser, "/departments?client=tivormundo", ["Tivormundo", "Finance and Accounting"]);
        await AssertShownAsync(browser, "/?q=payroll+processing+for+Tivormundo", ["Client: Tivormundo", "Finance and Accounting"]);
        await AssertShownAsync(browser, $"/departments/{Department}/history?from=1&to=2", ["Wexlobar", "Tivormundo"]);
        await AssertShownAsync(browser, DepartmentExport.Path, ["wexlobar-fimtros", "tivormundo"]);
        await AssertShownAsync(browser, "/api/v1/people/wexlobar-fimtros", ["Grondelmax", "442079460111"]);
        await AssertShownAsync(browser, $"/compare?department={Department}&department=legal", ["Wexlobar", "Tivormundo"]);
        await AssertShownAsync(browser, $"/compare.csv?department={Department}&department=legal", ["Wexlobar", "Tivormundo"]);
    }

    [Fact]
    public async Task Token_of_a_reader_opens_people_to_a_program_and_nothing_to_change()
    {
        await _app.InviteAsync("program", AccountRole.Reader);
        var token = await _app.Services.GetRequiredService<ApiTokens>().CreateAsync(await ActorAsync("program"), "Reading", 1);

        using var read = await SendAsync(token, HttpMethod.Get, $"/api/v1/departments/{Department}");
        Assert.Contains("wexlobar-fimtros", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var change = await SendAsync(token, HttpMethod.Post, $"/api/v1/departments/{Department}/archive");
        Assert.Equal(HttpStatusCode.Forbidden, change.StatusCode);
        using var wrong = await SendAsync("no-such-token", HttpMethod.Get, "/api/v1/people");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    [Fact]
    public async Task Reader_reads_and_edits_nothing()
    {
        var reader = await _app.InviteAsync("grace", AccountRole.Reader);

        foreach (var path in new[] { "/admin", "/admin/departments", "/admin/people/wexlobar-fimtros", "/admin/users" })
        {
            using var answer = await reader.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
        }
        using var account = await reader.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        var grace = await ActorAsync("grace");
        await Assert.ThrowsAsync<NotAllowedException>(() => _app.Services.GetRequiredService<EntryStore>().SaveAsync(
            new ClientEditing(), grace, new EntrySave<ClientContent>(0, 0, new ClientContent { Name = "New", Slug = "newest" })));
    }

    [Fact]
    public async Task Settings_can_open_both_to_everyone()
    {
        await using var open = await PlantedApp.StartAsync(("Privacy:People", "everyone"), ("Privacy:Clients", "Everyone"));

        await AssertShownAsync(open.NewBrowser(), $"/departments/{Department}", ["Wexlobar", "Tivormundo"]);
        await AssertShownAsync(open.NewBrowser(), "/people/wexlobar-fimtros", ["Skarbundle"]);
        await AssertShownAsync(open.NewBrowser(), "/api/v1/clients", ["Hexalupine"]);
    }

    [Fact]
    public async Task Closed_directory_answers_nothing_but_sign_in_health_and_static_files()
    {
        await using var closed = await PlantedApp.StartAsync(("Access:Readers", "signed-in"));
        string[] open =
        [
            "/account/sign-in", "/account/set-up", "/account/invitation", "/account/reset", "/account/passkeys/question", "/health/live",
            "/health/ready", "/theme.{hash}.css", "/theme", "/logo/{hash}", "/error", "/not-found",
        ];
        var answered = new List<string>();
        foreach (var route in Routes(closed).Except(open))
        {
            using var answer = await closed.NewBrowser().GetAsync(Concrete(route, Department));
            if (answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound)
                && answer.Headers.Location?.ToString().Contains("/account/sign-in", StringComparison.Ordinal) != true)
                answered.Add($"{route}: {answer.StatusCode}");
            Assert.DoesNotContain("Finance and Accounting", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(answered);
        using var health = await closed.NewBrowser().GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        using var signIn = await closed.NewBrowser().GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
        await AssertShownAsync(await closed.InviteAsync("grace", AccountRole.Reader), "/departments", ["Finance and Accounting"]);
    }

    private static IEnumerable<string> Routes(AccountApp app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText is not null)
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Distinct()
        .Where(route => !route.StartsWith("/_", StringComparison.Ordinal));

    // Every route, also with what narrows, compares, pages and asks; none of the words to be looked for stands in one.
    private IEnumerable<string> Addresses() => Routes(_app)
        .SelectMany(route => new[] { Department, "1", "payroll-processing" }.Select(slug => Concrete(route, slug)).Distinct())
        .SelectMany(path => new[]
        {
            path, $"{path}?q=payroll", $"{path}?q=finance+lead+contact", $"{path}?from=1&to=2", $"{path}?view=table&sort=updated",
            $"{path}?department={Department}&department=legal", $"{path}?former=1&sources=1",
            $"{path}?department={Department}&department=legal&show=differences",
        })
        .Append($"/departments?client={FormerClient}").Append($"/api/v1/departments?client={FormerClient}")
        .Append($"{DepartmentExport.Path}?format=json&columns=people,escalation,clients,keeper,name");

    private static async Task<List<string>> FindAsync(AccountBrowser browser, IEnumerable<string> addresses, string[] words)
    {
        var found = new List<string>();
        foreach (var address in addresses)
        {
            using var answer = await browser.GetAsync(address);
            var text = await answer.Content.ReadAsStringAsync() + answer.Headers;
            found.AddRange(
                words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{address}: {word}"));
        }
        return found;
    }

    private static async Task AssertShownAsync(AccountBrowser browser, string address, string[] words)
    {
        using var answer = await browser.GetAsync(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    private static async Task<JsonElement> ReadAsync(AccountBrowser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    private async Task<HttpResponseMessage> SendAsync(string token, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("If-Match", "\"2\"");
        return await _app.NewBrowser().SendAsync(request);
    }

    private async Task<Actor> ActorAsync(string userName)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        return new Actor(
            await db.Accounts.Where(account => account.UserName == userName).Select(account => account.Id).SingleAsync(), userName);
    }

    private static string[] Slugs(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString()!)];

    private static string Concrete(string route, string value) =>
        Parameter().Replace(route, route.Contains(":int", StringComparison.Ordinal) ? "1" : value);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    /// <summary>A program whose catalog has the words, for all tests that keep its settings.</summary>
    public sealed class PlantedApp : IAsyncLifetime
    {
        public AccountApp App { get; private set; } = null!;

        public async Task InitializeAsync() => App = await StartAsync();

        public async Task DisposeAsync() => await ((IAsyncDisposable)App).DisposeAsync();

        public static async Task<AccountApp> StartAsync(params (string Key, string Value)[] settings)
        {
            var app = new AccountApp([.. settings, ("RateLimits:SearchesPerSecond", "0")]);
            await app.InitializeAsync();
            var (store, ada) = (app.Services.GetRequiredService<EntryStore>(), new Actor(2, "ada"));
            var person = new PersonContent
            {
                Name = "Wexlobar Fimtros", Slug = "wexlobar-fimtros", Position = "Grondelmax", Email = "plimsot@vurnix.example",
                Phone = "+44 20 7946 0111", Note = "Skarbundle",
            };
            Assert.Empty((await store.SaveAsync(new PersonEditing(), ada, new EntrySave<PersonContent>(0, 0, person))).Problems);
            var client = new ClientContent { Name = "Tivormundo", Slug = FormerClient, Note = "Hexalupine" };
            Assert.Empty((await store.SaveAsync(new ClientEditing(), ada, new EntrySave<ClientContent>(0, 0, client))).Problems);
            var made = (await store.OpenAsync(new ClientEditing(), FormerClient))!;
            client.Slug = "tivormundo";
            var move = new EntrySave<ClientContent>(made.Id, made.Version, client);
            Assert.Empty((await store.SaveAsync(new ClientEditing(), ada, move)).Problems);
            var editing = new DepartmentEditing();
            var open = (await store.OpenAsync(editing, Department))!;
            open.Content.People = [new AssignedPersonContent { Person = person.Slug, Role = PersonRole.Lead }];
            open.Content.Escalation = [new EscalationStepContent { When = "after a day", Person = person.Slug }];
            open.Content.Clients = [client.Slug];
            Assert.Empty(
                (await store.SaveAsync(editing, ada, new EntrySave<DepartmentContent>(open.Id, open.Version, open.Content))).Problems);
            return app;
        }
    }
}
