using AngleSharp.Dom;
using AngleSharp.Html.Parser;

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
        var payroll = (await PageAsync("human-resources")).QuerySelectorAll("section:has(#functions) li")
            .Single(item => item.QuerySelector("a")!.TextContent == "Payroll processing");

        Assert.Contains("First handled by Finance and Accounting", Text(payroll), StringComparison.Ordinal);
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

    private async Task<string> BasisAsync(string slug)
    {
        var heading = (await PageAsync(slug)).QuerySelector("main header")!;
        return Text(heading.QuerySelector("p:last-child")!);
    }

    private async Task<IDocument> PageAsync(string slug) =>
        new HtmlParser().ParseDocument(await app.CreateClient().GetStringAsync(new Uri($"/departments/{slug}", UriKind.Relative)));

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
