using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Questions;

public sealed class SpellingCorrectorTests
{
    private static readonly SpellingCorrector Corrector = new(SmallLanguage.Lexicon, SmallLanguage.Vocabulary);

    [Theory]
    [InlineData("pyaroll", "payroll")]
    [InlineData("acountng", "accounting")]
    [InlineData("inventry", "inventory")]
    [InlineData("marketng", "marketing")]
    [InlineData("tehcnical", "technical")]
    [InlineData("sofware", "software")]
    [InlineData("legl", "legal")]
    public void Slip_of_the_pen_is_corrected(string typed, string meant) => Assert.Equal(meant, Correct(typed));

    [Theory]
    [InlineData("payroll", "a word of the catalog")]
    [InlineData("invoiced", "a form of a word of the catalog")]
    [InlineData("slips", "a word of a synonym")]
    [InlineData("taxi", "an English word")]
    [InlineData("guitar", "an English word")]
    [InlineData("rdd", "too short")]
    [InlineData("leg1l", "a word with a digit")]
    [InlineData("qwrtplkj", "near nothing")]
    [InlineData("lgel", "two slips in a short word")]
    public void Other_words_stay_as_they_are(string typed, string reason) =>
        Assert.True(Correct(typed) is null, $"{typed} is {reason}, but became {Correct(typed)}.");

    [Fact]
    public void Two_slips_with_another_first_letter_make_another_word()
    {
        Assert.Equal("software", Correct("hoftware"));
        Assert.Null(Correct("hofware"));
    }

    [Fact]
    public void Of_words_equally_near_the_one_with_the_same_first_letter_comes_first()
    {
        var corrector = new SpellingCorrector(SmallLanguage.Lexicon, SmallLanguage.Words(10, ("axdger", 9), ("lodger", 1)));

        Assert.Equal("lodger", corrector.Correct(Token("lxdger")));
    }

    [Fact]
    public void Of_words_equally_near_the_one_in_more_departments_comes_first()
    {
        var corrector =
            new SpellingCorrector(SmallLanguage.Lexicon, SmallLanguage.Words(10, ("bilxing", 1), ("bilying", 5), ("bilzing", 2)));

        Assert.Equal("bilying", corrector.Correct(Token("bilqing")));
    }

    private static string? Correct(string typed) => Corrector.Correct(Token(typed));

    private static Token Token(string text) => new(text, 0, text.Length);
}
