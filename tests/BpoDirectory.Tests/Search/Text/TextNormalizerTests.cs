using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Text;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("ABCXYZ", "abcxyz")]
    [InlineData("àéîõüçñ", "aeioucn")]
    [InlineData("ÀÉÎÕÜÇÑ", "aeioucn")]
    [InlineData("ŁłŽžŠšŘř", "llzzssrr")]
    [InlineData("ØøÅåĐđ", "ooaadd")]
    [InlineData("ＡＺａｚ０９＆", "azaz09&")]
    [InlineData("12-_'", "12-_'")]
    public void Fold_maps_letters_to_what_people_type_instead(string text, string plain) =>
        Assert.Equal(plain, string.Concat(text.Select(TextNormalizer.Normalize)));

    [Theory]
    [InlineData("日本語")]
    [InlineData("ψαω")]
    [InlineData("йжщ")]
    public void Fold_leaves_letters_of_other_scripts_alone(string text) => Assert.Equal(text, string.Concat(text.Select(TextNormalizer.Normalize)));

    [Fact]
    public void Fold_of_any_letter_is_lower_case_and_stays_as_it_is_when_folded_again()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var folded = TextNormalizer.Normalize((char)code);

            Assert.Equal(folded, TextNormalizer.Normalize(folded));
            Assert.False(char.IsAsciiLetterUpper(folded));
        }
    }

    [Fact]
    public void Fold_maps_every_accented_Latin_letter_to_an_ASCII_one() =>
        Assert.All(
            Enumerable.Range(0xC0, 0x17F - 0xC0).Select(code => (char)code).Where(letter => char.IsLetter(letter) && !"ÆæßÞþÐðŒœŊŋĸŉſĲĳ".Contains(letter)),
            letter => Assert.True(char.IsAsciiLetterLower(TextNormalizer.Normalize(letter)), $"{letter} (U+{(int)letter:X4}) became {TextNormalizer.Normalize(letter)}"));
}
