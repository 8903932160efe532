using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BpoDirectory.Data;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Reader.Functions;

public sealed class FunctionIndexTests(DirectoryApp app) : IClassFixture<DirectoryApp>
{
    [Fact]
    public async Task Owners_stand_beside_their_function_in_order()
    {
        var payroll = Function(await PageAsync("/functions"), "Payroll processing");

        Assert.Equal(["Finance and Accounting", "Human Resources"], payroll.QuerySelectorAll("ol a").Select(owner => owner.TextContent));
    }

    [Fact]
    public async Task Each_letter_leads_to_its_functions()
    {
        var page = await PageAsync("/functions");

        foreach (var letter in page.QuerySelectorAll("nav[aria-label=Letters] a"))
            Assert.All(page.QuerySelectorAll($"section[aria-labelledby={letter.TextContent}] h3"), name =>
                Assert.StartsWith(letter.TextContent, name.TextContent, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_filter_finds_a_function_by_another_word_for_it() =>
        Assert.NotNull(Function(await PageAsync("/functions?q=WAGES"), "Payroll processing"));

    [Fact]
    public async Task A_filter_that_fits_nothing_says_so_and_offers_a_search()
    {
        var page = await PageAsync("/functions?q=zzzz%26");

        Assert.Contains("No function contains ‘zzzz&’", page.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/?q=zzzz%26']"));
    }

    [Fact]
    public async Task Names_that_begin_with_a_sign_stand_together_once()
    {
        await using var signs = new DirectoryApp();
        string[] names = ["🏦 banking", "(Re)insurance", "🇩🇪 taxes", "🏧 machines"];
        await signs.Services.GetRequiredService<WriteGate>().WriteAsync(db =>
            db.AddRangeAsync(names.Select((name, index) => new BusinessFunction($"sign-{index}", name, "Work."))));

        var page = await PageAsync("/functions", signs);

        var letter = Assert.Single(page.QuerySelectorAll("nav[aria-label=Letters] a"), link => link.TextContent == "#");
        Assert.Equal("/functions#%23", letter.GetAttribute("href"));
        var section = page.GetElementById("#")!.Closest("section")!;
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            section.QuerySelectorAll("h3").Select(name => name.TextContent).Order(StringComparer.Ordinal));
        Assert.DoesNotContain('\uFFFD', page.DocumentElement.TextContent);
    }

    private async Task<IDocument> PageAsync(string address, DirectoryApp? other = null) =>
        new HtmlParser().ParseDocument(await (other ?? app).CreateClient().GetStringAsync(new Uri(address, UriKind.Relative)));

    private static IElement Function(IDocument page, string name) =>
        page.QuerySelectorAll("main section > ul > li").Single(item => item.QuerySelector("h3")!.TextContent == name);
}
