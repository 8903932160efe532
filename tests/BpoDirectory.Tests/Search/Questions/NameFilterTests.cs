using BpoDirectory.Search.Questions;

namespace BpoDirectory.Tests.Search.Questions;

public sealed class NameFilterTests
{
    [Theory]
    [InlineData("payroll", "payroll")]
    [InlineData("PAYR", "payr")]
    [InlineData("Paie  É\u00ADcole", "paie ecole")]
    [InlineData("économie e\u0301", "economie e")]
    [InlineData("who handles payroll?", "payroll")]
    [InlineData("who handles C++?", "c++")]
    [InlineData("O’Grady!", "ogrady")]
    [InlineData("100%", "100%")]
    [InlineData("?!", "?!")]
    [InlineData("who handles", "who handles")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData(" \u200F ", "")]
    public void Part_is_what_is_asked_for_without_filler(string? question, string part) =>
        Assert.Equal(part, new NameFilter(question, SmallLanguage.Lexicon).Part);

    [Fact]
    public void Hostile_text_is_text()
    {
        foreach (var text in HostileText.All)
            Assert.NotNull(new NameFilter(text, SmallLanguage.Lexicon).Part);
    }

    [Fact]
    public void Question_is_told_as_it_was_used() =>
        Assert.Equal("pay roll", new NameFilter("\0 pay\u202E  roll \n", SmallLanguage.Lexicon).Text);
}
