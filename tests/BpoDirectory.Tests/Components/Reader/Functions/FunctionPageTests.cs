using AngleSharp.Html.Parser;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Reader.Functions;

public sealed class FunctionPageTests : IDisposable
{
    private readonly DirectoryApp _app = new();

    [Theory]
    [InlineData(6, 6, null)]
    [InlineData(7, 6, "1 more situation")]
    [InlineData(40, 6, "34 more situations")]
    public async Task Situations_are_shown_as_far_as_they_are_read_at_a_glance_and_the_others_folded(int count, int shown, string? folded)
    {
        await _app.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
            (await db.BusinessFunctions.SingleAsync(f => f.Slug == "payroll-processing"))
                .Illustrate(Enumerable.Range(1, count).Select(i => $"situation {i}")));

        var page = new HtmlParser()
            .ParseDocument(await _app.CreateClient().GetStringAsync(new Uri("/functions/payroll-processing", UriKind.Relative)));

        var section = page.QuerySelector("section[aria-labelledby=situations]")!;
        Assert.Equal(
            Enumerable.Range(1, shown).Select(i => $"situation {i}"),
            section.QuerySelectorAll(":scope > ul > li").Select(item => item.TextContent));
        Assert.Equal(folded, section.QuerySelector("details > summary")?.TextContent);
        Assert.Equal(count - shown, section.QuerySelectorAll("details li").Length);
    }

    public void Dispose() => _app.Dispose();
}
