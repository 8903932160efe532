using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BpoDirectory.Data;
using BpoDirectory.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Reader.Coverage;

public sealed class CoveragePageTests(DirectoryApp app) : IClassFixture<DirectoryApp>
{
    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task Every_mark_of_the_matrix_leads_to_the_owner_on_the_page_of_the_function()
    {
        var page = await PageAsync("/coverage");

        Assert.Equal(202, page.QuerySelectorAll("main tbody th[scope=row] a[href^='/functions/']").Length);
        Assert.Equal(21, page.QuerySelectorAll("main thead th[scope=col] a[href^='/departments/']").Length);
        var payroll = Row(page, "Payroll processing");
        Assert.Equal(
            ["/functions/payroll-processing#owner-finance-and-accounting Main owner",
                "/functions/payroll-processing#owner-human-resources Co-owner"],
            payroll.QuerySelectorAll("td a").Select(mark => $"{mark.GetAttribute("href")} {Text(mark)}"));
        Assert.Contains("2 owners", Text(payroll), StringComparison.Ordinal);
        Assert.NotNull((await PageAsync("/functions/payroll-processing")).GetElementById("owner-human-resources"));
    }

    [Fact]
    public async Task A_mark_stands_under_its_department()
    {
        var page = await PageAsync("/coverage");
        var columns = page.QuerySelectorAll("main thead th[scope=col]").Select(Text).ToList();

        foreach (var row in page.QuerySelectorAll("main tbody tr:not(.group)"))
            foreach (var (index, cell) in row.QuerySelectorAll("td").Index().Where(cell => cell.Item.HasAttribute("data-label")))
                Assert.Equal(columns[index], cell.GetAttribute("data-label"));
    }

    [Fact]
    public async Task The_table_says_the_same_as_the_matrix_and_leads_to_departments()
    {
        var page = await PageAsync("/coverage?view=table");

        Assert.Equal(202, page.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal(["Finance and Accounting", "Human Resources"], Row(page, "Payroll processing").QuerySelectorAll("td a").Select(Text));
        Assert.NotNull(Row(page, "Payroll processing").QuerySelector("td a[href='/departments/human-resources']"));
        Assert.Equal(["ascending"], page.QuerySelectorAll("main th[aria-sort]").Select(column => column.GetAttribute("aria-sort")));
    }

    [Theory]
    [InlineData("name", "ascending")]
    [InlineData("count", "descending")]
    public async Task A_column_of_the_table_sorts_it_and_again_turns_it_round(string sort, string direction)
    {
        var page = await PageAsync($"/coverage?view=table&sort={sort}");
        var heading = page.QuerySelector("main th[aria-sort]")!;
        Assert.Equal(direction, heading.GetAttribute("aria-sort"));

        var turned = await PageAsync(heading.QuerySelector("a")!.GetAttribute("href")!);

        Assert.NotEqual(direction, turned.QuerySelector("main th[aria-sort]")!.GetAttribute("aria-sort"));
    }

    [Theory]
    [InlineData("/coverage?owner=nobody", "Every function has an owner.")]
    [InlineData("/coverage?owner=nobody&office=front", "Every function has an owner.")]
    [InlineData("/coverage?line=no-such-line", "No function is like that.")]
    public async Task What_nothing_answers_is_said(string address, string expected) =>
        Assert.StartsWith(expected, Text((await PageAsync(address)).QuerySelector("main [role=status]")!), StringComparison.Ordinal);

    [Fact]
    public async Task The_filter_is_a_form_that_keeps_view_and_order()
    {
        var page = await PageAsync("/coverage?office=front&owner=co&view=table&sort=name");

        var form = (IHtmlFormElement)page.QuerySelector("main form")!;
        Assert.Equal(("/coverage", "get"), (form.GetAttribute("action"), form.Method));
        Assert.Equal(
            ["co", "front", "", "name", "table"],
            form.QuerySelectorAll<IHtmlElement>("select, input")
                .Select(field => field is IHtmlSelectElement select ? select.Value : ((IHtmlInputElement)field).Value));
    }

    [Theory]
    [InlineData("/coverage?page=9", HttpStatusCode.NotFound)]
    [InlineData("/coverage?page=x", HttpStatusCode.BadRequest)]
    [InlineData("/coverage/organisation?page=9", HttpStatusCode.NotFound)]
    [InlineData("/coverage/organisation?by=line&page=0", HttpStatusCode.BadRequest)]
    [InlineData("/coverage?owner=%00&office=x&sort=7&view=%27&line=%00", HttpStatusCode.OK)]
    public async Task A_page_that_is_not_there_is_refused_and_unknown_values_are_ignored(string address, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

    [Fact]
    public async Task The_organisation_is_a_tree_of_departments()
    {
        var page = await PageAsync("/coverage/organisation");

        Assert.Equal(21, page.QuerySelectorAll("main .tree li a[href^='/departments/']").Length);
        Assert.NotNull(
            page.QuerySelector("main .tree li:has(> div > a[href='/departments/customer-service']) .tree a[href='/departments/call-center']"));
        Assert.NotNull(page.QuerySelector("main a[href='/departments?view=table&sort=parent']"));
    }

    [Theory]
    [InlineData("office", "Front office", "/departments/sales")]
    [InlineData("line", "IT Services", "/departments/information-technology")]
    public async Task The_organisation_stands_by_office_and_by_service_line(string by, string heading, string department)
    {
        var page = await PageAsync($"/coverage/organisation?by={by}");

        var section = page.QuerySelectorAll("main section")
            .Single(one => Text(one.QuerySelector("h2")!).StartsWith(heading, StringComparison.OrdinalIgnoreCase));
        Assert.NotNull(section.QuerySelector($"a[href='{department}']"));
    }

    [Fact]
    public async Task A_large_directory_comes_in_pages_each_with_the_columns_it_needs()
    {
        await using var large = new DirectoryApp();
        await large.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
        {
            for (var i = 0; i < 300; i++)
            {
                var department = new Department($"department-{i:000}", $"Department {i:000}", "Works.");
                department.SetOffice(Office.Front, OfficeBasis.Judged, "A reason.", Side.Provider);
                for (var j = 0; j < 3; j++)
                {
                    var function = new BusinessFunction($"function-{i:000}-{j}", $"Function {i:000} {j}", "Work.");
                    function.Owners.Add(new FunctionOwner(department, 1));
                    await db.AddAsync(function);
                }
            }
        });

        var answer = await large.CreateClient().GetStringAsync(new Uri("/coverage?office=front", UriKind.Relative));
        var page = new HtmlParser().ParseDocument(answer);

        Assert.Equal(100, page.QuerySelectorAll("main tbody th[scope=row]").Length);
        Assert.InRange(page.QuerySelectorAll("main thead th[scope=col]").Length, 10, CoverageColumns.Most);
        Assert.NotNull(page.QuerySelector("nav[aria-label=Pages] a[href='/coverage?office=front&page=2']"));
        Assert.InRange(answer.Length, 1, 250_000);
    }

    private async Task<IHtmlDocument> PageAsync(string address) =>
        new HtmlParser().ParseDocument(await _client.GetStringAsync(new Uri(address, UriKind.Relative)));

    private static IElement Row(IHtmlDocument page, string name) =>
        page.QuerySelectorAll("main tbody tr").Single(row => row.QuerySelector("th[scope=row] a") is { } link && Text(link) == name);

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
