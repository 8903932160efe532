using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Text;

public sealed class EnglishSoundTests
{
    [Theory]
    [InlineData("leev", "leave")]
    [InlineData("dezine", "design")]
    [InlineData("marck", "mark")]
    [InlineData("grafic", "graphic")]
    [InlineData("helth", "health")]
    [InlineData("nolledge", "knowledge")]
    [InlineData("rite", "write")]
    [InlineData("akwire", "acquire")]
    [InlineData("acshun", "action")]
    [InlineData("aply", "apply")]
    public void Word_written_as_it_sounds_sounds_like_the_word(string written, string meant) =>
        Assert.Equal(EnglishSound.Of(meant), EnglishSound.Of(written));

    [Theory]
    [InlineData("invoice", "inventory")]
    [InlineData("sales", "salary")]
    [InlineData("legal", "local")]
    [InlineData("account", "contact")]
    public void Other_words_sound_otherwise(string one, string other) => Assert.NotEqual(EnglishSound.Of(one), EnglishSound.Of(other));

    [Theory]
    [InlineData("dezine", "design")]
    [InlineData("grafic", "graphic")]
    [InlineData("insurans", "insurance")]
    public void Words_that_sound_alike_are_found_nearest_first(string written, string meant) =>
        Assert.Equal(meant, EnglishSound.Alike(written).First());

    [Fact]
    public void Nothing_sounds_like_a_row_of_letters() => Assert.Empty(EnglishSound.Alike("qwrtplkj"));
}
