using BpoDirectory.Data.Text;
using BpoDirectory.Tests.Search;

namespace BpoDirectory.Tests.Data.Text;

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
    [InlineData("œuvre Æsir Straße ẞ þing ŋ ı İ", "oeuvre aesir strasse ss thing n i i")]
    [InlineData("ﬁsh ǆ ② ㎏ ſ", "fish dz 2 kg s")]
    [InlineData("țesături bệnhviện ḽ Ʉ", "tesaturi benhvien l u")]
    [InlineData("Ελλάδα ΣΊΣΥΦΟΣ σίσυφος", "ελλαδα σισυφοσ σισυφοσ")]
    [InlineData("O’Grady ‘a’ “b” «c» d–e—f‑g", "o'grady 'a' \"b\" \"c\" d-e-f-g")]
    [InlineData("a\u00A0b\u2003c\u3000d\u2800e", "a b c d e")]
    [InlineData("٢٤/٧", "24/7")]
    [InlineData("كِتَابـ שָׁלוֹם", "كتاب שלום")]
    public void Letters_become_what_people_type_instead(string text, string plain) => Assert.Equal(plain, TextNormalizer.Plain(text));

    [Theory]
    [InlineData("Régie", "Re\u0301gie")]
    [InlineData("ｆﬁ ⅷ ½", "ffi viii 1\u20442")]
    [InlineData("한", "\u1112\u1161\u11AB")]
    [InlineData("e\u0302\u0323", "e\u0323\u0302")]
    [InlineData("Straße “a” \u200B", "Straße “a” \u200B")]
    public void Text_taken_apart_keeps_cases_signs_and_what_cannot_be_seen(string text, string decomposed) =>
        Assert.Equal(decomposed, TextNormalizer.Decompose(text));

    [Theory]
    [InlineData("日本語")]
    [InlineData("ψαω")]
    [InlineData("ижщ")]
    [InlineData("हिन्दी")]
    [InlineData("ไทย")]
    public void Letters_of_other_scripts_stay(string text) => Assert.Equal(text, TextNormalizer.Plain(text));

    [Theory]
    [InlineData("régie", "re\u0301gie")]
    [InlineData("ệ", "e\u0302\u0323")]
    [InlineData("ệ", "e\u0323\u0302")]
    [InlineData("ệ", "ê\u0323")]
    [InlineData("й", "и\u0306")]
    [InlineData("한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8")]
    [InlineData("ガ", "カ\u3099")]
    [InlineData("ガ", "ｶﾞ")]
    [InlineData("Å", "\u212B")]
    [InlineData("Gesamtkonzept", "Gesamt\u00ADkon\u00ADzept")]
    [InlineData("میخواهم", "می\u200Cخواهم")]
    [InlineData("pay", "\uFEFFp\u200Ba\u2060y\u034F\uFE0F\u061C\u2062")]
    [InlineData("人", "\u2F08")]
    public void Encodings_of_one_text_are_the_same(string text, string other)
    {
        Assert.Equal(TextNormalizer.Plain(text), TextNormalizer.Plain(other));
        Assert.Equal(TextNormalizer.Canonical(text), TextNormalizer.Canonical(other));
    }

    [Theory]
    [InlineData("й", "и")]
    [InlineData("が", "か")]
    [InlineData("ไทย", "ไทย์")]
    public void Marks_that_make_another_letter_stay(string text, string other) =>
        Assert.NotEqual(TextNormalizer.Plain(text), TextNormalizer.Plain(other));

    [Fact]
    public void Form_of_any_letter_is_lower_case_and_stays_as_it_is_when_made_again()
    {
        for (var code = 0x80; code <= 0x2FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF)
                continue;
            var plain = TextNormalizer.Plain(char.ConvertFromUtf32(code));

            Assert.Equal(plain, TextNormalizer.Plain(plain));
            Assert.DoesNotContain(plain, char.IsAsciiLetterUpper);
        }
    }

    [Fact]
    public void Every_Latin_letter_of_European_writing_becomes_ASCII_ones() =>
        Assert.All(
            Enumerable.Range(0xC0, 0x17F - 0xC0).Concat(Enumerable.Range(0x218, 4)).Concat(Enumerable.Range(0x1EA0, 0x1EF9 - 0x1EA0))
                .Select(code => (char)code)
                .Where(letter => char.IsLetter(letter) && !"Ŀŀ".Contains(letter)),
            letter => Assert.True(
                System.Text.Ascii.IsValid(TextNormalizer.Plain(letter.ToString())),
                $"{letter} (U+{(int)letter:X4}) became {TextNormalizer.Plain(letter.ToString())}"));

    [Theory]
    [InlineData("Gesamt\u00ADkon\u00ADzept!", "gesamtkonzept", "Gesamt\u00ADkon\u00ADzept")]
    [InlineData("une re\u0301gie\u0301 ici", "regie", "re\u0301gie\u0301")]
    [InlineData("the ﬁsh", "fi", "ﬁ")]
    [InlineData("L’œuvre", "oe", "œ")]
    [InlineData("ａｂ Straße", "ss", "ß")]
    [InlineData("\u200Bpay\u200B roll", "pay", "pay")]
    public void Every_part_knows_where_it_was_written(string text, string part, string written)
    {
        var normalized = TextNormalizer.Normalize(text);
        var at = normalized.Text.IndexOf(part, StringComparison.Ordinal);

        var (start, length) = normalized.InSource(at, at + part.Length);

        Assert.Equal(written, text.Substring(start, length));
    }

    [Fact]
    public void Any_text_has_a_form_whose_parts_lie_in_it()
    {
        var random = new Random(13);
        foreach (var text in HostileText.All.Concat(Enumerable.Range(0, 500).Select(_ => HostileText.Random(random, 200))))
        {
            var normalized = TextNormalizer.Normalize(text);
            for (var at = 0; at < normalized.Text.Length; at++)
            {
                var (start, length) = normalized.InSource(at, at + 1);
                Assert.InRange(start, 0, text.Length - 1);
                Assert.InRange(length, 1, text.Length - start);
            }
        }
    }
}
