using BpoDirectory.Components.Shared;
using BpoDirectory.Tests.Components.Reader.Search;
using Bunit;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class PagerTests : BunitContext
{
    [Fact]
    public void One_page_needs_no_pager() =>
        Assert.Empty(Pager(current: 1, last: 1).Markup.Trim());

    [Theory]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 9, "1 2 … 9")]
    [InlineData(3, 9, "1 2 3 4 … 9")]
    [InlineData(4, 9, "1 2 3 4 5 … 9")]
    [InlineData(5, 9, "1 … 4 5 6 … 9")]
    [InlineData(9, 9, "1 … 8 9")]
    [InlineData(500, 4167, "1 … 499 500 501 … 4,167")]
    public void Shows_the_ends_and_the_neighbours(int current, int last, string expected) =>
        Assert.Equal(
            expected, string.Join(
                ' ', Pager(current, last).FindAll("ol > li")
                    .Select(item => item.TextContent.Replace("Page ", "", StringComparison.Ordinal).Trim())));

    [Fact]
    public void Links_keep_the_question()
    {
        var pager = Pager(current: 2, last: 3);

        Assert.Equal("/?q=pay", pager.Find("a[rel=prev]").GetAttribute("href"));
        Assert.Equal("/?q=pay&page=3", pager.Find("a[rel=next]").GetAttribute("href"));
    }

    [Fact]
    public void The_present_page_says_so() =>
        Assert.Equal("Page 2", Pager(current: 2, last: 3).Find("[aria-current=page]").TextContent);

    [Fact]
    public void There_is_no_way_beyond_the_ends()
    {
        Assert.Empty(Pager(current: 1, last: 3).FindAll("a[rel=prev]"));
        Assert.Empty(Pager(current: 3, last: 3).FindAll("a[rel=next]"));
    }

    private IRenderedComponent<Pager> Pager(int current, int last) =>
        Render<Pager>(parameters => parameters
            .Add(c => c.Address, page => Answers.Asked("pay", page).ToString())
            .Add(c => c.Current, current)
            .Add(c => c.LastPage, last));
}
