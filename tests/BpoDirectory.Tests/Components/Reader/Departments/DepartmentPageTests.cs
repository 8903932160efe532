using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BpoDirectory.Components.Shared;
using BpoDirectory.Data;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Reader.Departments;

public sealed class DepartmentPageTests(DirectoryApp app) : IClassFixture<DirectoryApp>
{
    [Fact]
    public async Task A_stated_office_names_its_source() =>
        Assert.StartsWith("Front office, stated in S4: ", await BasisAsync("sales"), StringComparison.Ordinal);

    [Fact]
    public async Task A_judged_office_gives_its_reason() =>
        Assert.StartsWith("Back office, judged: ", await BasisAsync("legal"), StringComparison.Ordinal);

    [Fact]
    public async Task A_shared_function_names_the_other_owner_and_why_the_documents_disagree()
    {
        var payroll = (await PageAsync("human-resources")).QuerySelectorAll("section:has(#functions) tbody tr")
            .Single(row => row.QuerySelector("a")!.TextContent == "Payroll processing");

        Assert.Contains("Co-owner Finance and Accounting main owner", Text(payroll), StringComparison.Ordinal);
        Assert.Contains("so both own it", payroll.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_a_department_lead_to_each_other()
    {
        var parent = await PageAsync("customer-service");
        var part = await PageAsync("call-center");

        Assert.NotNull(parent.QuerySelector("section:has(#parts) a[href='/departments/call-center']"));
        Assert.NotNull(part.QuerySelector("section:has(#parts) a[href='/departments/customer-service']"));
    }

    [Fact]
    public async Task Every_entry_of_the_contents_leads_to_a_section()
    {
        var page = await PageAsync("finance-and-accounting");

        foreach (var link in page.QuerySelectorAll("nav[aria-labelledby=on-this-page] a"))
            Assert.NotNull(page.GetElementById(link.GetAttribute("href")!.Split('#')[1]));
    }

    [Fact]
    public async Task The_last_change_is_a_date_that_programs_read() =>
        Assert.True(DateTime.TryParse((await PageAsync("sales")).QuerySelector("main time")!.GetAttribute("datetime"), out _));

    [Fact]
    public async Task Each_responsibility_cites_a_source() =>
        Assert.All((await PageAsync("sales")).QuerySelectorAll("section:has(#responsibilities) li"), item =>
            Assert.NotEmpty(item.QuerySelectorAll("a[href^='/about#']")));

    [Fact]
    public async Task Each_function_cites_a_source() =>
        Assert.All((await PageAsync("sales")).QuerySelectorAll("section:has(#functions) tbody tr"), row =>
            Assert.NotEmpty(row.QuerySelectorAll("th a[href^='/about#']")));

    [Fact]
    public async Task The_icon_stands_before_the_name_in_the_tints_of_the_office()
    {
        var icon = (await PageAsync("legal")).QuerySelector("main header .department-icon.back.large")!;

        Assert.Equal(Drawing("gavel"), icon.QuerySelector("path")!.GetAttribute("d"));
        Assert.Equal("Legal", icon.NextElementSibling!.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Related_departments_have_their_icons()
    {
        var related = (await PageAsync("human-resources")).QuerySelectorAll("section:has(#related) li")
            .First(item => item.QuerySelector("a")!.TextContent == "Finance and Accounting");

        Assert.Equal(Drawing("account_balance_wallet"), related.QuerySelector(".department-icon.back path")!.GetAttribute("d"));
        Assert.Contains("Back office, shares ", Text(related), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_are_small_marks_until_they_are_asked_for()
    {
        var quiet = await PageAsync("human-resources");
        var link = quiet.QuerySelectorAll("main header a").Single(a => a.TextContent == "Show sources");
        var open = await PageAsync(link.GetAttribute("href")!["/departments/".Length..]);

        Assert.Equal(SourcesOf(quiet, "responsibilities"), SourcesOf(open, "responsibilities").Select(name => name.Split(':')[0]));
        Assert.All(SourcesOf(open, "responsibilities"), name => Assert.Matches("^(S\\d|ED): ", name));
        Assert.NotEmpty(quiet.QuerySelectorAll("main details"));
        Assert.Empty(quiet.QuerySelectorAll("main details[open]"));
        Assert.Empty(open.QuerySelectorAll("main details:not([open])"));
        Assert.Equal(
            "/departments/human-resources",
            open.QuerySelectorAll("main header a").Single(a => a.TextContent == "Hide sources").GetAttribute("href"));
    }

    [Fact]
    public async Task A_department_without_a_source_says_nothing_of_sources()
    {
        await app.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
        {
            var department = new Department("unsourced", "Unsourced", "Nobody wrote of it.");
            department.SetOffice(Office.Back, OfficeBasis.Judged, "It sees no customer.", Side.Provider);
            db.Add(department);
            await db.SaveChangesAsync();
        });

        var article = (await PageAsync("unsourced")).QuerySelector("main article")!;
        Assert.DoesNotContain("sources", article.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    private static string? Drawing(string icon) =>
        new HtmlParser().ParseDocument($"<svg>{DepartmentIconDrawings.Find(icon)}</svg>").QuerySelector("path")!.GetAttribute("d");

    private static IEnumerable<string> SourcesOf(IDocument page, string section) =>
        page.QuerySelectorAll($"section:has(#{section}) .source").Select(source => source.TextContent);

    private async Task<string> BasisAsync(string slug)
    {
        return Text((await PageAsync(slug)).QuerySelector("section:has(#parts) p.basis")!);
    }

    private async Task<IDocument> PageAsync(string slug) =>
        new HtmlParser().ParseDocument(await app.CreateClient().GetStringAsync(new Uri($"/departments/{slug}", UriKind.Relative)));

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
