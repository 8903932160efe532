using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Text;

public sealed class EnglishWordsTests
{
    [Theory]
    [InlineData("work")]
    [InlineData("people")]
    [InlineData("help")]
    public void Common_words_are_common_and_known(string word)
    {
        Assert.True(EnglishWords.Instance.IsCommon(word));
        Assert.True(EnglishWords.Instance.Knows(word));
    }

    [Theory]
    [InlineData("guitar")]
    [InlineData("taxi")]
    [InlineData("plumber")]
    [InlineData("astronomy")]
    public void Other_words_are_known_but_not_common(string word)
    {
        Assert.False(EnglishWords.Instance.IsCommon(word));
        Assert.True(EnglishWords.Instance.Knows(word));
    }

    [Theory]
    [InlineData("")]
    [InlineData("payrol")]
    [InlineData("qwrtplkj")]
    [InlineData("acountng")]
    [InlineData("# English words")]
    public void Anything_else_is_unknown(string word) => Assert.False(EnglishWords.Instance.Knows(word));

    [Theory]
    [InlineData("france")]
    [InlineData("paris")]
    public void Names_are_known_as_names_only(string name)
    {
        Assert.True(EnglishWords.Instance.IsName(name));
        Assert.False(EnglishWords.Instance.Knows(name));
        Assert.False(EnglishWords.Instance.IsName("payroll"));
    }
}
