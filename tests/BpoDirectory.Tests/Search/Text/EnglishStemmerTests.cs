using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Text;

public sealed class EnglishStemmerTests
{
    /// <summary>Words of the examples in the algorithm's definition, with the stems it gives to them.</summary>
    [Theory]
    [InlineData("caresses ponies ties caress cats", "caress poni ti caress cat")]
    [InlineData("feed agreed plastered bled motoring sing", "feed agre plaster bled motor sing")]
    [InlineData("conflated troubled sized hopping tanned", "conflat troubl size hop tan")]
    [InlineData("falling hissing fizzed failing filing", "fall hiss fizz fail file")]
    [InlineData("happy sky", "happi sky")]
    [InlineData("relational conditional rational valenci hesitanci", "relat condit ration valenc hesit")]
    [InlineData("digitizer conformabli radicalli differentli vileli", "digit conform radic differ vile")]
    [InlineData("analogousli vietnamization predication operator", "analog vietnam predic oper")]
    [InlineData("feudalism decisiveness hopefulness callousness", "feudal decis hope callous")]
    [InlineData("formaliti sensitiviti sensibiliti", "formal sensit sensibl")]
    [InlineData("triplicate formative formalize electriciti electrical hopeful goodness", "triplic form formal electr electr hope good")]
    [InlineData("revival allowance inference airliner gyroscopic adjustable defensible", "reviv allow infer airlin gyroscop adjust defens")]
    [InlineData("irritant replacement adjustment dependent adoption homologou communism",
        "irrit replac adjust depend adopt homolog commun")]
    [InlineData("activate angulariti homologous effective bowdlerize", "activ angular homolog effect bowdler")]
    [InlineData("probate rate cease controll roll", "probat rate ceas control roll")]
    [InlineData("generalizations oscillators", "gener oscil")]
    public void Stems_are_those_of_the_algorithms_definition(string words, string stems) =>
        Assert.Equal(stems, string.Join(' ', words.Split(' ').Select(EnglishStemmer.Stem)));

    [Theory]
    [InlineData("invoice invoices invoicing invoiced")]
    [InlineData("recruit recruits recruiting recruited recruitment")]
    [InlineData("account accounts accounting")]
    [InlineData("process processes processing processed")]
    [InlineData("claim claims")]
    [InlineData("bill billed billing bills")]
    [InlineData("tax taxes")]
    public void Forms_of_a_word_have_one_stem(string words) => Assert.Single(words.Split(' ').Select(EnglishStemmer.Stem).Distinct());

    [Theory]
    [InlineData("tax", "taxi")]
    [InlineData("sales", "sale-s")]
    [InlineData("logic", "logistics")]
    [InlineData("market", "mark")]
    [InlineData("care", "car")]
    public void Other_words_have_other_stems(string one, string other) =>
        Assert.NotEqual(EnglishStemmer.Stem(one), EnglishStemmer.Stem(other));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("is")]
    [InlineData("3pls")]
    [InlineData("ünits")]
    [InlineData("IT")]
    [InlineData("日本語s")]
    public void Short_words_and_words_of_other_characters_stay_as_they_are(string word) => Assert.Equal(word, EnglishStemmer.Stem(word));

    [Fact]
    public void Stem_of_a_known_word_is_never_empty_nor_longer() =>
        Assert.All(
            BuiltInWords(),
            word =>
            {
                var stem = EnglishStemmer.Stem(word);
                Assert.InRange(stem.Length, 1, word.Length);
                Assert.Equal(word[0], stem[0]);
            });

    private static IEnumerable<string> BuiltInWords() =>
        new Tokenizer(new Dictionary<string, string>()).Tokenize(string.Join(' ', Catalog.BuiltInCatalog.Texts.Select(text => text.Text)))
            .Select(word => word.Text).Distinct();
}
