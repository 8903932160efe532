using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Reader.Comparison;

public sealed class ComparePageTests(DirectoryApp app) : IClassFixture<DirectoryApp>
{
    private readonly HttpClient _client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    [Fact]
    public async Task Two_departments_stand_side_by_side_with_what_both_own_and_what_one_owns_alone()
    {
        var page = await PageAsync("/compare?department=finance-and-accounting&department=human-resources");

        Assert.Equal("Finance and Accounting or Human Resources?", Text(page.QuerySelector("h1")!));
        Assert.Equal(["Finance and Accounting", "Human Resources"], page.QuerySelectorAll("main thead th a").Select(Text));
        Assert.Equal(["Main owner", "Co-owner"], Row(page, "Payroll processing").QuerySelectorAll("td .part").Select(Text));
        Assert.Matches(
            "^Both own [0-9]+ functions?\\. Finance and Accounting alone owns [0-9]+, Human Resources alone [0-9]+\\.$",
            Text(page.QuerySelector("main .lead")!));
        Assert.Contains(page.QuerySelectorAll("main h2").Select(Text), heading => heading == "Functions of one only");
    }

    [Fact]
    public async Task It_says_that_functions_are_matched_by_identity_and_duties_not_at_all() =>
        Assert.Contains(
            "these are not matched at all",
            Text((await PageAsync("/compare?department=sales&department=marketing")).QuerySelector("main")!), StringComparison.Ordinal);

    [Fact]
    public async Task Three_departments_have_a_column_each()
    {
        var page = await PageAsync("/compare?department=sales&department=marketing&department=customer-service");

        Assert.Equal("Sales, Marketing or Customer Service?", Text(page.QuerySelector("h1")!));
        Assert.All(page.QuerySelectorAll("main tbody tr:not(.group)"), row => Assert.Equal(3, row.QuerySelectorAll("td").Length));
    }

    [Fact]
    public async Task The_order_of_the_address_makes_no_other_page_for_search_engines()
    {
        Assert.Equal(
            Canonical(await PageAsync("/compare?department=sales&department=marketing&department=")),
            Canonical(await PageAsync("/compare?department=marketing&department=sales")));
    }

    [Fact]
    public async Task Rows_that_are_the_same_are_hidden_on_demand_and_counted()
    {
        await app.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
        {
            foreach (var department in await db.Departments.Where(d => d.Slug == "legal" || d.Slug == "logistics").ToListAsync())
                department.SetDelivery(Delivery.Inhouse, null, null);
        });
        var all = await PageAsync("/compare?department=legal&department=logistics");
        var link = all.QuerySelector("nav[aria-label=Rows] a:not([aria-current])")!.GetAttribute("href")!;

        var page = await PageAsync(link);

        Assert.Equal("/compare?department=legal&department=logistics&show=differences", link);
        var hidden = Headings(all).Except(Headings(page)).ToList();
        Assert.Contains("Delivery", hidden);
        Assert.StartsWith($"{hidden.Count} row", Text(page.QuerySelector("main [role=status]")!), StringComparison.Ordinal);
        Assert.All(
            page.QuerySelectorAll("main tbody tr:not(.group)"),
            row => Assert.Equal(2, row.QuerySelectorAll("td").Select(cell => cell.InnerHtml).Distinct().Count()));
        Assert.Equal("Only what differs", Text(page.QuerySelector("main nav[aria-label=Rows] [aria-current]")!));
        Assert.Equal(Canonical(all), Canonical(page));

        static string[] Headings(IHtmlDocument page) => [.. page.QuerySelectorAll("main tbody th[scope=row]").Select(Text)];
    }

    [Theory]
    [InlineData("")]
    [InlineData("&show=differences")]
    public async Task What_is_shown_can_be_downloaded(string show)
    {
        var address = "?department=finance-and-accounting&department=human-resources" + show;

        var file = Assert.Single((await PageAsync("/compare" + address)).QuerySelectorAll("main a[download]"));

        Assert.Equal(("Download as CSV", "/compare.csv" + address), (Text(file), file.GetAttribute("href")));
    }

    [Fact]
    public async Task Other_departments_are_compared_in_the_same_way()
    {
        var page = await PageAsync("/compare?department=sales&department=marketing&show=differences");

        Assert.NotNull(page.QuerySelector("main form input[type=hidden][name=show][value=differences]"));
    }

    [Fact]
    public async Task Without_a_choice_there_is_a_form_and_pairs_to_begin_with()
    {
        var page = await PageAsync("/compare");

        Assert.Equal("Compare departments", Text(page.QuerySelector("h1")!));
        Assert.Equal(3, page.QuerySelectorAll("main form select[name=department]").Length);
        Assert.Equal(22, page.QuerySelectorAll("#department-1 option").Length);
        Assert.NotEmpty(page.QuerySelectorAll("main a[href^='/compare?department=']"));
    }

    [Fact]
    public async Task One_department_is_kept_in_the_form_and_proposed_with_those_it_shares_functions_with()
    {
        var page = await PageAsync("/compare?department=sales");

        Assert.Equal("sales", ((IHtmlSelectElement)page.QuerySelector("#department-1")!).Value);
        Assert.Contains(
            page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/compare?department=sales&department=marketing");
    }

    [Fact]
    public async Task The_same_twice_asks_for_another() =>
        Assert.Contains(
            "Sales was chosen twice", Text((await PageAsync("/compare?department=sales&department=sales")).QuerySelector("main")!),
            StringComparison.Ordinal);

    [Fact]
    public async Task More_than_three_name_those_left_out()
    {
        var page = await PageAsync("/compare?department=sales&department=marketing&department=legal&department=operations");

        Assert.Equal(3, page.QuerySelectorAll("main thead th").Length);
        Assert.NotNull(page.QuerySelector("main [role=status] a[href='/departments/operations']"));
    }

    [Fact]
    public async Task What_no_department_is_called_is_answered_with_404_and_ways_on()
    {
        var answer = await _client.GetAsync("/compare?department=sales&department=resources");
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("No department is called ‘resources’", Text(page.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/compare?department=sales&department=human-resources']"));
    }

    [Theory]
    [InlineData("/compare?department=Human+Resources&department=sales", "/compare?department=human-resources&department=sales")]
    [InlineData("/compare?department=sales&department=accounting", "/compare?department=sales&department=finance-and-accounting")]
    [InlineData(
        "/compare?department=HR&department=sales&show=differences",
        "/compare?department=human-resources&department=sales&show=differences")]
    public async Task A_name_leads_to_the_address(string address, string expected)
    {
        var answer = await _client.GetAsync(address);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_archived_department_is_followed_and_the_page_says_so()
    {
        await app.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
        {
            var archived = await db.Departments.SingleAsync(d => d.Slug == "project-management");
            archived.SucceedBy(await db.Departments.SingleAsync(d => d.Slug == "operations"));
            archived.Archive();
        });

        var answer = await _client.GetAsync("/compare?department=legal&department=project-management");
        var page = await PageAsync(answer.Headers.Location!.OriginalString);

        Assert.Equal("/compare?department=legal&department=operations&former=project-management", answer.Headers.Location.OriginalString);
        Assert.Contains("Project Management became part of Operations.", Text(page.QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/departments/sales", "/compare?department=sales")]
    [InlineData("/departments/sales", "/compare?department=sales&department=marketing")]
    [InlineData("/functions/payroll-processing", "/compare?department=finance-and-accounting&department=human-resources")]
    [InlineData("/?q=payroll", "/compare?department=finance-and-accounting&department=human-resources")]
    [InlineData("/about", "/compare")]
    public async Task Readers_are_led_to_it(string address, string expected) =>
        Assert.NotNull((await PageAsync(address)).QuerySelector($"a[href='{expected}']"));

    [Theory]
    [InlineData("/departments")]
    [InlineData("/departments?view=table")]
    public async Task Results_can_be_ticked_and_compared_without_script(string address)
    {
        var page = await PageAsync(address);

        var form = (IHtmlFormElement)page.QuerySelector("form#compare")!;
        Assert.Equal(("/compare", "get"), (form.GetAttribute("action"), form.Method));
        var boxes = page.QuerySelectorAll("main input[type=checkbox][name=department][form=compare]");
        Assert.Equal(21, boxes.Length);
        Assert.Contains("Compare Sales", boxes.Select(box => Text(box.Closest("label")!)));
    }

    private static string? Canonical(IParentNode page) => page.QuerySelector("link[rel=canonical]")!.GetAttribute("href");

    private async Task<IHtmlDocument> PageAsync(string address) =>
        new HtmlParser().ParseDocument(await (await _client.GetAsync(address)).Content.ReadAsStringAsync());

    private static IElement Row(IHtmlDocument page, string name) =>
        page.QuerySelectorAll("main tbody tr").Single(row => row.QuerySelector("th a") is { } link && Text(link) == name);

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
