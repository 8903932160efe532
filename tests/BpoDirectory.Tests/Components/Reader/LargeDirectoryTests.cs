using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Reader;

public sealed class LargeDirectoryTests(DirectoryApp app) : IClassFixture<DirectoryApp>, IAsyncLifetime
{
    private const int Departments = 120;
    private const int Functions = 600;

    private readonly HttpClient _client = app.CreateClient();

    public async Task InitializeAsync() => await app.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
    {
        if (await db.BusinessFunctions.CountAsync() > Functions)
            return;
        var (line, type) =
            (await db.ServiceLines.FirstAsync(l => l.Slug == "it-services"), await db.OutsourcingTypes.FirstAsync(t => t.Slug == "kpo"));
        var shared = Function("aa-shared", "Aa shared by all");
        for (var i = 0; i < Departments; i++)
        {
            var department = new Department($"department-{i:000}", $"Department {i:000}", "Works.");
            shared.Owners.Add(new FunctionOwner(department, i + 1));
            line.Departments.Add(new ServiceLineDepartment(department, 100 + i));
            type.Departments.Add(new OutsourcingTypeDepartment(department, 100 + i, "Near."));
        }
        db.Add(shared);
        for (var i = 0; i < Functions; i++)
            db.Add(Function($"xylography-{i:000}", $"{(i % 2 == 0 ? 'X' : 'x')}ylography {i:000}"));
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_index_of_functions_shows_one_letter_at_a_time_with_counts()
    {
        var page = await PageAsync("/functions?letter=x");

        var letter = page.QuerySelector("nav[aria-label=Letters] a[aria-current]")!;
        Assert.Equal("/functions?letter=X", letter.GetAttribute("href"));
        Assert.Equal("X600 functions", letter.TextContent.Trim());
        Assert.Equal(["X"], page.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
        Assert.Equal(200, page.QuerySelectorAll("main h3").Length);
    }

    [Fact]
    public async Task Without_a_letter_it_begins_with_the_first() =>
        Assert.Equal(["A"], (await PageAsync("/functions")).QuerySelectorAll("main h2").Select(heading => heading.TextContent));

    [Fact]
    public async Task A_long_letter_comes_in_pages_that_never_overlap()
    {
        var names = new List<string>();
        for (var number = 1; number <= 3; number++)
            names.AddRange(
                (await PageAsync($"/functions?letter=X&page={number}")).QuerySelectorAll("main h3").Select(name => name.TextContent));

        Assert.Equal(Enumerable.Range(0, Functions).Select(i => $"xylography {i:000}"), names, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_filter_that_fits_few_functions_shows_them_all_at_once()
    {
        var page = await PageAsync("/functions?q=RAPHY+00");

        Assert.Equal(10, page.QuerySelectorAll("main h3").Length);
        Assert.Empty(page.QuerySelectorAll("nav[aria-label=Letters] a[aria-current]"));
    }

    [Fact]
    public async Task A_filter_keeps_its_letters() =>
        Assert.Equal(
            "/functions?q=ylo&letter=X",
            (await PageAsync("/functions?q=ylo")).QuerySelector("nav[aria-label=Letters] a")!.GetAttribute("href"));

    [Theory]
    [InlineData("/functions?q=%25")]
    [InlineData("/functions?q=x_l")]
    [InlineData("/functions?q=%5C")]
    public async Task Signs_in_a_filter_stand_for_themselves(string address) =>
        Assert.NotNull((await PageAsync(address)).QuerySelector("main [role=status]"));

    [Theory]
    [InlineData("/functions?letter=%C3%98")]
    [InlineData("/functions?letter=")]
    [InlineData("/functions?letter=X&page=4")]
    [InlineData("/functions/aa-shared?page=4")]
    public async Task What_is_not_there_does_not_exist(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

    [Theory]
    [InlineData("/functions/aa-shared?page=0")]
    [InlineData("/functions/aa-shared?page=abc")]
    [InlineData("/functions?page=-1")]
    [InlineData("/?q=payroll&page=abc")]
    public async Task What_is_no_page_number_is_refused_even_from_one_who_knows_the_page(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("That is not a page number", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_in_the_index_names_its_first_owners_and_counts_the_rest()
    {
        var owners = (await PageAsync("/functions?letter=A")).QuerySelectorAll("main h3")
            .Single(name => name.TextContent == "Aa shared by all")
            .Closest("li")!.QuerySelectorAll("ol a").Select(link => link.TextContent);

        Assert.Equal(
            ["Department 000", "Department 001", "Department 002", "Department 003", "Department 004", "All 120 departments"], owners);
    }

    [Theory]
    [InlineData("/functions/aa-shared", 50, "1 to 50 of 120 departments")]
    [InlineData("/functions/aa-shared?page=3", 20, "101 to 120 of 120 departments")]
    public async Task The_owners_of_a_function_come_in_pages(string address, int expected, string span)
    {
        var page = await PageAsync(address);

        Assert.Equal(expected, page.QuerySelectorAll("main ol.tiles > li").Length);
        Assert.Contains(page.QuerySelectorAll("main p"), paragraph => paragraph.TextContent == span);
        Assert.Equal("Page 3", page.QuerySelectorAll("nav[aria-label=Pages] ol a")[^1].TextContent);
    }

    [Theory]
    [InlineData("/service-lines/it-services", "/departments?line=it-services")]
    [InlineData("/outsourcing-types/kpo", "/departments?type=kpo")]
    public async Task Service_lines_and_types_show_the_first_departments_and_lead_to_all(string address, string all)
    {
        var page = await PageAsync(address);

        Assert.Equal(50, page.QuerySelectorAll("main ul.tiles > li").Length);
        Assert.Matches("^All 1[0-9]{2} departments$", page.QuerySelector($"main a[href='{all}']")!.TextContent);
    }

    [Theory]
    [InlineData("/service-lines", "/departments?line=it-services")]
    [InlineData("/outsourcing-types", "/departments?type=kpo")]
    public async Task Their_lists_name_a_dozen_departments_of_each_and_lead_to_all(string address, string all)
    {
        var link = (await PageAsync(address)).QuerySelector($"main a[href='{all}']")!;

        Assert.Equal(12, link.Closest("ul")!.QuerySelectorAll("a").Length - 1);
    }

    private static BusinessFunction Function(string slug, string name) => new(slug, name, "Work.");

    private async Task<IDocument> PageAsync(string address) =>
        new HtmlParser().ParseDocument(await _client.GetStringAsync(new Uri(address, UriKind.Relative)));
}
