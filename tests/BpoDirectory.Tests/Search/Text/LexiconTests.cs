using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Text;

public sealed class LexiconTests
{
    private static readonly Lexicon Lexicon = SmallLanguage.Lexicon;

    [Theory]
    [InlineData("wages", 0, "Wages")]
    [InlineData("wage", 0, "Wages")]
    [InlineData("our payroll", 1, "Wages")]
    [InlineData("pay slips", 0, "Wages")]
    [InlineData("pay slip", 0, "Wages")]
    [InlineData("call centre", 0, "Call centre")]
    [InlineData("call centers", 0, "Call centre")]
    [InlineData("contact centre", 0, "Call centre")]
    public void Synonym_phrase_is_met_in_any_form_and_spelling(string text, int at, string set) =>
        Assert.Equal([set], Lexicon.SynonymsAt(Lexicon.Tokenizer.Tokenize(text), at).Select(phrase => phrase.Set.Name));

    [Theory]
    [InlineData("pay", 0)]
    [InlineData("slips pay", 0)]
    [InlineData("our payroll", 0)]
    [InlineData("pay the slips", 0)]
    public void Synonym_phrase_is_not_met_in_part_or_elsewhere(string text, int at) =>
        Assert.Empty(Lexicon.SynonymsAt(Lexicon.Tokenizer.Tokenize(text), at));

    [Theory]
    [InlineData("who handles payroll", 0, 2)]
    [InlineData("which department payroll", 0, 2)]
    [InlineData("payroll", 0, 0)]
    [InlineData("payroll please", 1, 1)]
    [InlineData("the", 0, 1)]
    [InlineData("who's that", 0, 2)]
    public void Filler_is_the_longest_wording_there(string text, int at, int words) =>
        Assert.Equal(words, FillerWords(text, at));

    [Theory]
    [InlineData("call")]
    [InlineData("contact")]
    [InlineData("help")]
    [InlineData("support")]
    [InlineData("it")]
    public void Subject_words_are_no_filler_by_themselves(string word) => Assert.Equal(0, FillerWords(word, 0));

    [Fact]
    public void Stems_of_synonyms_are_known_and_others_are_not()
    {
        Assert.True(Lexicon.Knows(EnglishStemmer.Stem("wages")));
        Assert.True(Lexicon.Knows(EnglishStemmer.Stem("slip")));
        Assert.True(Lexicon.Knows("center"));
        Assert.False(Lexicon.Knows("centre"));
        Assert.False(Lexicon.Knows("legal"));
    }

    [Fact]
    public void Spellings_are_those_given()
    {
        Assert.Equal(["call", "center"], Lexicon.Tokenizer.Tokenize("call centre").Select(word => word.Text));
        Assert.Equal(["organisation"], Lexicon.Tokenizer.Tokenize("organisation").Select(word => word.Text));
    }

    private static int FillerWords(string text, int at)
    {
        var words = Lexicon.Tokenizer.Tokenize(text);
        var count = 0;
        while (at + count < words.Count && Lexicon.FillerAt(words, at + count) is > 0 and var filler)
            count += filler;
        return count;
    }
}
