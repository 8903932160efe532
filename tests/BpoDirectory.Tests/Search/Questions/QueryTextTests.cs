using BpoDirectory.Search.Questions;

namespace BpoDirectory.Tests.Search.Questions;

public sealed class QueryTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   \t\r\n")]
    [InlineData("\0\u0001\u001F")]
    [InlineData("\u200B\u200F\u202E\uFEFF")]
    [InlineData("\uD800")]
    public void Clean_leaves_nothing_of_a_text_without_characters(string? text) => Assert.Equal("", QueryText.Clean(text));

    [Theory]
    [InlineData("payroll", "payroll")]
    [InlineData("  who   handles\tpayroll?\r\n", "who handles payroll?")]
    [InlineData("pay\0roll", "pay roll")]
    [InlineData("pay\u200Broll", "payroll")]
    [InlineData("\u202Epayroll\u202C", "payroll")]
    [InlineData("pay\u00ADroll", "payroll")]
    [InlineData("pay\uD83Droll", "pay roll")]
    [InlineData("payroll\u00A0clerk", "payroll clerk")]
    [InlineData("payroll \uD83D\uDE9A clerk", "payroll \uD83D\uDE9A clerk")]
    [InlineData("\"x\" AND (y OR -z)*", "\"x\" AND (y OR -z)*")]
    public void Clean_keeps_what_can_be_read_parted_by_single_blanks(string text, string clean) =>
        Assert.Equal(clean, QueryText.Clean(text));

    [Fact]
    public void Clean_keeps_the_first_sixteen_words()
    {
        var words = Enumerable.Range(1, 30).Select(i => $"w{i}").ToList();

        Assert.Equal(string.Join(' ', words.Take(QueryText.MostWords)), QueryText.Clean(string.Join("  ", words)));
    }

    [Fact]
    public void Clean_keeps_the_first_two_hundred_characters()
    {
        Assert.Equal(new string('x', 200), QueryText.Clean(new string('x', 5_000)));
        Assert.Equal(new string('x', 199), QueryText.Clean(new string('x', 199) + " y"));
    }

    [Fact]
    public void Clean_never_cuts_a_character_in_two() =>
        Assert.Equal(new string('x', 199), QueryText.Clean(new string('x', 199) + "\uD83D\uDE9A"));

    [Fact]
    public void Clean_of_a_clean_text_is_the_text_itself()
    {
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var clean = QueryText.Clean(HostileText.Random(random, 300));

            Assert.Equal(clean, QueryText.Clean(clean));
            Assert.True(clean.Length <= QueryText.LongestQuery);
            Assert.True(clean.Split(' ').Length <= QueryText.MostWords);
            Assert.DoesNotContain(clean, char.IsControl);
        }
    }
}
