using BpoDirectory.Search.Questions;

namespace BpoDirectory.Tests.Search.Questions;

public sealed class NameFilterTests
{
    private static readonly string[] Payroll = ["Payroll processing", "pay slips", "Labour costs"];

    [Theory]
    [InlineData("payroll")]
    [InlineData("PAYR")]
    [InlineData("processed payroll")]
    [InlineData("slip")]
    [InlineData("labor cost")]
    [InlineData("who handles payroll?")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" \u200F ")]
    public void Words_of_one_name_pick_an_entry(string? question) => Assert.True(Picks(question));

    [Theory]
    [InlineData("roll")]
    [InlineData("payroll slips")]
    [InlineData("payroll elephants")]
    [InlineData("?!")]
    [InlineData("\"*")]
    public void Other_words_do_not(string question) => Assert.False(Picks(question));

    [Fact]
    public void Hostile_text_is_text()
    {
        foreach (var text in HostileText.All)
            Picks(text);
    }

    [Fact]
    public void Question_is_told_as_it_was_used() =>
        Assert.Equal("pay roll", new NameFilter("\0 pay\u202E  roll \n", SmallLanguage.Lexicon).Text);

    private static bool Picks(string? question) => new NameFilter(question, SmallLanguage.Lexicon).Meets(Payroll);
}
