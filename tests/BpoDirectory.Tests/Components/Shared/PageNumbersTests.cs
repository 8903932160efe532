using BpoDirectory.Components.Shared;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class PageNumbersTests
{
    [Theory]
    [InlineData(null, 0, 1)]
    [InlineData(null, 1000, 1)]
    [InlineData("1", 0, 1)]
    [InlineData("2", 51, 2)]
    [InlineData("2", 50, null)]
    [InlineData("0", 51, null)]
    [InlineData("-1", 51, null)]
    [InlineData("", 51, null)]
    [InlineData(" 1", 51, null)]
    [InlineData("two", 51, null)]
    [InlineData("99999999999999999999", 51, null)]
    public void Only_numbers_of_pages_that_exist_are_read(string? text, int count, int? expected) =>
        Assert.Equal(expected, PageNumbers.Read(text, count, 50));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(5000, 100)]
    public void The_last_page_holds_the_last_item(int count, int expected) =>
        Assert.Equal(expected, PageNumbers.Last(count, 50));
}
