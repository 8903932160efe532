using BpoDirectory.Components.Shared;
using BpoDirectory.Search;
using Bunit;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class HighlightedTests : BunitContext
{
    [Fact]
    public void Marks_the_ranges_and_leaves_the_rest_as_it_is() =>
        Assert.Equal("<mark>Payroll</mark> processing of <mark>pay</mark>", Markup("Payroll processing of pay", new(0, 7), new(22, 3)));

    [Fact]
    public void Keeps_the_blanks_beside_a_mark() =>
        Assert.Equal("a <mark>b</mark> c", Markup("a b c", new TextRange(2, 1)));

    [Fact]
    public void Shows_a_text_without_ranges_plainly() =>
        Assert.Equal("Payroll", Markup("Payroll"));

    [Fact]
    public void Marks_a_whole_text() =>
        Assert.Equal("<mark>HR</mark>", Markup("HR", new TextRange(0, 2)));

    [Fact]
    public void Never_lets_a_text_become_markup() =>
        Assert.Equal("&lt;b&gt;<mark>&lt;script&gt;</mark>", Markup("<b><script>", new TextRange(3, 8)));

    private string Markup(string text, params TextRange[] ranges) =>
        Render<Highlighted>(parameters => parameters.Add(c => c.Text, text).Add(c => c.Ranges, ranges)).Markup;
}
