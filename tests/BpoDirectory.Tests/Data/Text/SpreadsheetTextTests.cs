using BpoDirectory.Data.Text;
using BpoDirectory.Tests.Exchange;

namespace BpoDirectory.Tests.Data.Text;

/// <summary>Cells that a spreadsheet must not take for formulas.</summary>
public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    [InlineData("'=1")]
    public void A_text_like_a_formula_is_led_by_an_apostrophe(string text)
    {
        Assert.Equal("'" + text, SpreadsheetText.ToCell(text));
        Assert.Equal(text, SpreadsheetText.FromCell("'" + text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Payroll")]
    [InlineData("'s-Hertogenbosch")]
    [InlineData("''tis")]
    [InlineData("1-2")]
    public void Any_other_text_stays_as_it_is(string text)
    {
        Assert.Equal(text, SpreadsheetText.ToCell(text));
        Assert.Equal(text, SpreadsheetText.FromCell(text));
    }

    [Fact]
    public void Every_text_comes_back_unchanged() =>
        Assert.All(OddTexts.All, text => Assert.Equal(text, SpreadsheetText.FromCell(SpreadsheetText.ToCell(text))));

    [Fact]
    public void A_formula_of_somebody_else_loses_nothing() => Assert.Equal("=1+1", SpreadsheetText.FromCell("=1+1"));
}
