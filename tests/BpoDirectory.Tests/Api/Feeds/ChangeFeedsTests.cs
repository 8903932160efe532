using System.Net;
using System.Xml.Linq;
using BpoDirectory.Accounts;
using BpoDirectory.Api.Feeds;
using BpoDirectory.Clients;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Api.Feeds;

/// <summary>What changed, as feeds tell it.</summary>
public sealed class ChangeFeedsTests(AccountApp app) : IClassFixture<AccountApp>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private EntryStore Store => app.Services.GetRequiredService<EntryStore>();

    [Fact]
    public async Task Change_is_told_with_who_what_and_where()
    {
        var version =
            await EditAsync("legal", department => department.Summary = "Reads contracts & signs <few>.", "Shorter \u0001 & clearer");

        var feed = await ReadAsync("/feed.atom");

        var entry = Assert.Single(feed.Elements(Atom + "entry"), entry => entry.Element(Atom + "title")!.Value == "Legal: changed");
        Assert.Equal("ada", entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.StartsWith("Department changed by ada: Summary.", entry.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.Contains("& clearer", entry.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.Equal(
            $"https://localhost/departments/legal/history?from={version - 1}&to={version}",
            entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.StartsWith("urn:uuid:", entry.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal(feed.Element(Atom + "updated")!.Value, feed.Elements(Atom + "entry").First().Element(Atom + "updated")!.Value);
        Assert.Equal(
            "https://localhost/feed.atom",
            feed.Elements(Atom + "link").Single(link => link.Attribute("rel")?.Value == "self").Attribute("href")!.Value);
        Assert.Equal(
            feed.Elements(Atom + "entry").Count(),
            feed.Elements(Atom + "entry").Select(one => one.Element(Atom + "id")!.Value).Distinct().Count());
    }

    [Fact]
    public async Task Department_has_a_feed_of_its_own_and_a_filter_one_of_its_departments()
    {
        await EditAsync("logistics", department => department.Summary = "Moves.", "One");
        await EditAsync("human-resources", department => department.Summary = "Hires.", "Two");

        Assert.Equal(["Logistics: changed"], Titles(await ReadAsync("/departments/logistics/feed.atom")).Distinct());
        var filtered = Titles(await ReadAsync("/departments/feed.atom?q=logistics"));
        Assert.Contains("Logistics: changed", filtered);
        Assert.DoesNotContain("Human Resources: changed", filtered);
        using var none = await app.NewBrowser().GetAsync("/departments/no-such/feed.atom");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var wrong = await app.NewBrowser().GetAsync("/departments/feed.atom?office=nowhere");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Reader_that_has_it_already_gets_nothing_until_something_changes()
    {
        using var first = await app.NewBrowser().GetAsync("/feed.atom");
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);

        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(
            HttpStatusCode.NotModified, await AskAgainAsync("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("R")));
        using var head = await app.NewBrowser().SendAsync(new HttpRequestMessage(HttpMethod.Head, "/feed.atom"));
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (head.StatusCode, head.Headers.ETag));

        await EditAsync("marketing", department => department.Summary = "Tells.", null);
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync("If-None-Match", first.Headers.ETag!.ToString()));
    }

    [Fact]
    public async Task Nobody_learns_of_what_they_may_not_see_from_a_feed()
    {
        var client = new ClientContent { Name = "Quandrifex", Slug = "quandrifex" };
        Assert.Empty((await Store.SaveAsync(new ClientEditing(), Ada, new EntrySave<ClientContent>(0, 0, client))).Problems);
        await EditAsync("sales", department => department.Clients = ["quandrifex"], "Quandrifex is served now");
        await EditAsync("sales", department => (department.Clients, department.Summary) = ([], "Sells."), "Without Quandrifex");

        Assert.DoesNotContain("uandrifex", (await ReadAsync("/feed.atom")).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Clients", (await ReadAsync("/departments/sales/feed.atom")).ToString(), StringComparison.Ordinal);
        Assert.Single(Titles(await ReadAsync("/departments/sales/feed.atom")));
        using var told = await app.Editor.GetAsync("/feed.atom");
        Assert.Contains("Quandrifex: created", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var nobody = await app.NewBrowser().GetAsync("/feed.atom");
        Assert.DoesNotContain("uandrifex", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_that_nobody_may_see_take_the_place_of_no_other()
    {
        await EditAsync("logistics", department => department.Summary = "Carries.", "Carried");
        var client = new ClientContent { Name = "Vantablix", Slug = "vantablix" };
        Assert.Empty((await Store.SaveAsync(new ClientEditing(), Ada, new EntrySave<ClientContent>(0, 0, client))).Problems);
        for (var i = 0; i < AtomFeed.Most; i++)
            await EditAsync("logistics", department => department.Clients = department.Clients.Count > 0 ? [] : ["vantablix"], null);

        Assert.Equal(["Logistics: changed"], Titles(await ReadAsync("/departments/logistics/feed.atom")).Distinct());
    }

    [Fact]
    public async Task Links_lead_to_the_public_address_where_it_is_configured()
    {
        await using var proxied = new AccountApp(("PublicAddress", "https://directory.example.com"));
        using var answer = await proxied.NewBrowser().GetAsync("/feed.atom");

        Assert.Contains("https://directory.example.com/feed.atom", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archived_entry_is_told_by_its_end_alone()
    {
        var editing = app.Services.GetRequiredService<BusinessFunctionEditing>();
        var content = new BusinessFunctionContent { Name = "Wombling", Slug = "wombling", Description = "Wombles." };
        var saved = (await Store.SaveAsync(editing, Ada, new EntrySave<BusinessFunctionContent>(0, 0, content))).Saved!;
        Assert.Contains("Wombling: created", Titles(await ReadAsync("/feed.atom")));
        saved.Content.Archived = true;
        var save = new EntrySave<BusinessFunctionContent>(saved.Id, saved.Version, saved.Content, "Nobody wombles")
        {
            Action = RevisionAction.Archived,
        };
        Assert.NotNull((await Store.SaveAsync(editing, Ada, save)).Saved);

        Assert.Equal(
            ["Wombling: archived"],
            Titles(await ReadAsync("/feed.atom")).Where(title => title.StartsWith("Wombling", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/", "/feed.atom")]
    [InlineData("/departments/legal", "/departments/legal/feed.atom")]
    [InlineData("/departments?office=front", "/departments/feed.atom?office=front")]
    public async Task Page_names_the_feed_of_what_it_is_about(string page, string feed)
    {
        using var answer = await app.NewBrowser().GetAsync(page);

        Assert.Contains($"href=\"{feed}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Actor Ada => new(2, "ada");

    private async Task<int> EditAsync(string slug, Action<DepartmentContent> change, string? note)
    {
        var editing = app.Services.GetRequiredService<DepartmentEditing>();
        var open = (await Store.OpenAsync(editing, slug))!;
        change(open.Content);
        var outcome = await Store.SaveAsync(editing, Ada, new EntrySave<DepartmentContent>(open.Id, open.Version, open.Content, note));
        Assert.Empty(outcome.Problems);
        return outcome.Saved!.Version;
    }

    private async Task<XElement> ReadAsync(string address)
    {
        using var answer = await app.NewBrowser().GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return XElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpStatusCode> AskAgainAsync(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feed.atom");
        Assert.True(request.Headers.TryAddWithoutValidation(header, value));
        using var answer = await app.NewBrowser().SendAsync(request);
        return answer.StatusCode;
    }

    private static List<string> Titles(XElement feed) =>
        [.. feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value)];
}
