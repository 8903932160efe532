using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Reader;

public sealed class PagesTests(DirectoryApp app) : IClassFixture<DirectoryApp>
{
    private static readonly string[] Everything =
    [
        "/", "/?q=payroll", "/?q=payroll&page=9", "/?q=zzzzzz", "/?office=front", "/departments", "/departments?view=table",
        "/departments/sales",
        "/functions", "/functions?q=tax", "/functions/payroll-processing", "/service-lines", "/service-lines/it-services",
        "/outsourcing-types",
        "/outsourcing-types/kpo", "/compare", "/compare?department=sales", "/compare?department=sales&department=marketing",
        "/compare?department=sales&department=zeppelin", "/coverage", "/coverage?view=table", "/coverage/organisation",
        "/coverage/organisation?by=office", "/coverage/organisation?by=line",
        "/guide", "/guide/what-is-bpo", "/about", "/not-found", "/error",
    ];

    private readonly HttpClient _client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public static TheoryData<string> Addresses => [.. Everything];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_can_be_named_described_and_moved_through(string address)
    {
        var page = await PageAsync(address);

        Assert.EndsWith("BPO Directory", page.Title, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelector("meta[name=description]")!.GetAttribute("content")!);
        Assert.StartsWith("http://localhost/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.NotEmpty(page.QuerySelectorAll("[role=search]"));
        Assert.EndsWith("#main", page.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        AssertNoGap([.. page.QuerySelectorAll("main :is(h1, h2, h3, h4, h5, h6)").Select(heading => heading.TagName[1] - '0')]);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_page_carries_what_the_content_security_policy_forbids(string address)
    {
        var page = await PageAsync(address);

        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.All(page.QuerySelectorAll("*"),
            element => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("[src]"),
            element => Assert.DoesNotContain("//", element.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_name_of_an_element_is_given_twice(string address) =>
        Assert.Distinct((await PageAsync(address)).QuerySelectorAll("[id]").Select(element => element.Id!));

    [Fact]
    public async Task Titles_are_unique()
    {
        var titles = new List<string?>();
        foreach (var address in Everything.Except(
            ["/?q=payroll&page=9", "/departments?view=table", "/functions?q=tax", "/compare?department=sales&department=zeppelin"]))
            titles.Add((await PageAsync(address)).Title);

        Assert.Distinct(titles);
    }

    [Theory]
    [InlineData("/departments/nobody")]
    [InlineData("/functions/nothing")]
    [InlineData("/service-lines/none")]
    [InlineData("/outsourcing-types/xyz")]
    [InlineData("/guide/no-article")]
    [InlineData("/no/such/page")]
    [InlineData("/not-found")]
    public async Task What_does_not_exist_is_answered_with_404_and_a_search_box(string address)
    {
        var answer = await _client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("There is no page at this address", page.QuerySelector("h1")!.TextContent);
        Assert.Single(page.QuerySelectorAll("main form[role=search][action='/'] input[name=q]"));
    }

    [Theory]
    [InlineData("/nope")]
    [InlineData("/no/such/page")]
    [InlineData("/robots.txt")]
    public async Task What_is_sent_to_where_nothing_is_taken_is_refused_with_a_page(string address)
    {
        using var form = new FormUrlEncodedContent([new("a", "b")]);

        var answer = await _client.PostAsync(address, form);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
        Assert.Contains("There is no page at this address", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?page=0")]
    [InlineData("/?page=two")]
    [InlineData("/departments?page=-1&q=pay")]
    public async Task A_page_that_is_no_number_is_answered_with_400_and_a_way_on(string address)
    {
        var answer = await _client.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("That is not a page number", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?q=payroll&page=2")]
    [InlineData("/departments?page=99999999999999999999")]
    public async Task A_page_past_the_end_is_answered_with_404_and_names_the_last_one(string address)
    {
        var answer = await _client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("The last page of these results is page 1.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/history")]
    public async Task A_former_address_leads_to_the_present_one_for_good(string below)
    {
        await app.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
            (await db.Departments.SingleAsync(d => d.Slug == "logistics" || d.Slug == "logistics-today"))
                .Rename("Logistics", "logistics-today"));

        var answer = await _client.GetAsync($"/departments/logistics{below}");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal($"/departments/logistics-today{below}", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Address_of_an_archived_department_leads_to_its_successor_which_says_so()
    {
        await app.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
        {
            var archived = await db.Departments.SingleAsync(d => d.Slug == "project-management");
            archived.SucceedBy(await db.Departments.SingleAsync(d => d.Slug == "operations"));
            archived.Archive();
        });

        var answer = await _client.GetAsync("/departments/project-management");
        var page = await _client.GetStringAsync(answer.Headers.Location!.OriginalString);
        var claimed = await _client.GetStringAsync("/departments/operations?former=legal");

        Assert.Equal("/departments/operations?former=project-management", answer.Headers.Location.OriginalString);
        Assert.Matches("<strong[^>]*><bdi[^>]*>Project Management</bdi></strong> became part of <bdi[^>]*>Operations</bdi>", page);
        Assert.DoesNotContain("became part of", claimed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_of_one_version_offers_nothing_to_compare()
    {
        var page = await _client.GetStringAsync("/departments/sales/history");

        Assert.Contains("One version so far", page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"radio\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Choose any two", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?q=%00%FF%C0")]
    [InlineData("/?q=%22%20OR%20name%3A%20NEAR(a%20b)*")]
    [InlineData("/?q=%E2%80%AE%D7%90%F0%9F%98%80")]
    [InlineData("/?office=%00&line=%27&type=%22&side=%00&sort=%00&view=%00")]
    [InlineData("/?q=a&q=b&page=1&page=1")]
    [InlineData("/functions?q=%00%22%3Cscript%3E")]
    [InlineData("/compare?department=&department=%20&former=%00&former=%27")]
    public async Task Hostile_questions_are_answered(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(address)).StatusCode);

    [Fact]
    public async Task The_error_page_gives_a_reference_and_no_more() =>
        Assert.Matches("^[0-9a-f]{32}$", (await PageAsync("/error")).QuerySelector("main code")!.TextContent);

    private async Task<IHtmlDocument> PageAsync(string address) =>
        new HtmlParser().ParseDocument(await (await _client.GetAsync(address)).Content.ReadAsStringAsync());

    private static void AssertNoGap(int[] levels)
    {
        foreach (var (level, next) in levels.Zip(levels.Skip(1)))
            Assert.True(next <= level + 1, $"h{next} follows h{level}");
    }
}
