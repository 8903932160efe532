using BpoDirectory.Data.Text;

namespace BpoDirectory.Tests.Data.Text;

public sealed class LocaleNamesTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData(" FIL ", "fil")]
    [InlineData("pt_br", "pt-BR")]
    [InlineData("ZH-hans-sg", "zh-Hans-SG")]
    [InlineData("sr-latn", "sr-Latn")]
    [InlineData("es-419", "es-419")]
    public void Tag_of_a_known_language_gets_its_usual_form(string text, string expected) =>
        Assert.Equal(expected, LocaleNames.TryNormalizeTag(text));

    [Theory]
    [InlineData("")]
    [InlineData("english")]
    [InlineData("en-XY")]
    [InlineData("en-Abcd")]
    [InlineData("en-US-Latn")]
    [InlineData("en-US-x-private")]
    [InlineData("en--US")]
    [InlineData("qq")]
    [InlineData("und")]
    public void What_names_no_known_language_is_no_tag(string text) => Assert.Null(LocaleNames.TryNormalizeTag(text));

    [Theory]
    [InlineData("fil", "Filipino")]
    [InlineData("pt-BR", "Brazilian Portuguese")]
    [InlineData("en-IN", "English (India)")]
    [InlineData("sr-Latn-RS", "Serbian (Latin, Serbia)")]
    [InlineData("qq", "qq")]
    public void Language_is_called_by_its_English_name(string tag, string expected) => Assert.Equal(expected, LocaleNames.ToLanguage(tag));

    [Fact]
    public void Countries_have_all_their_names_and_stand_by_name()
    {
        Assert.Equal(["Türkiye", "Turkey"], LocaleNames.NamesOfCountry("TR"));
        Assert.Equal("Philippines", LocaleNames.FindCountry("PH"));
        Assert.Null(LocaleNames.FindCountry("EU"));
        Assert.Equal(["Afghanistan", "Åland Islands", "Albania"], LocaleNames.Countries.Take(3).Select(country => country.Value));
    }
}
