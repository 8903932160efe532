using BpoDirectory.Exchange.Columns;

namespace BpoDirectory.Tests.Exchange.Columns;

/// <summary>Lists in one cell.</summary>
public sealed class ListTextTests
{
    [Theory]
    [InlineData("HR;Personnel ; People operations", new[] { "HR", "Personnel", "People operations" })]
    [InlineData("HR\nPersonnel; and people", new[] { "HR", "Personnel; and people" })]
    [InlineData("HR\r\n\r\n Personnel \r\n", new[] { "HR", "Personnel" })]
    [InlineData("\"HR; personnel\"", new[] { "HR; personnel" })]
    [InlineData("\"HR; personnel\"; Payroll", new[] { "HR; personnel", "Payroll" })]
    [InlineData("\"Best\" practice; Payroll", new[] { "\"Best\" practice", "Payroll" })]
    [InlineData("\"never closed", new[] { "\"never closed" })]
    [InlineData(" ; ;", new string[0])]
    [InlineData("", new string[0])]
    public void A_cell_is_split_by_lines_or_else_by_semicolons(string cell, string[] items) => Assert.Equal(items, ListText.Split(cell));

    [Fact]
    public void Plain_items_stand_on_lines_as_they_are() => Assert.Equal("HR\nPeople, places", ListText.Join(["HR", "People, places"]));

    [Fact]
    public void Every_text_comes_back_unchanged_alone_and_among_others()
    {
        Assert.All(OddTexts.All, text => Assert.Equal([text], ListText.Split(ListText.Join([text]))));
        Assert.Equal(OddTexts.All, ListText.Split(ListText.Join(OddTexts.All)));
    }
}
