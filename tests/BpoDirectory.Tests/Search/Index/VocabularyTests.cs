using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Index;

public sealed class VocabularyTests
{
    private static readonly Vocabulary Vocabulary = SmallLanguage.Vocabulary;

    [Fact]
    public void Words_with_a_stem_are_all_its_forms() =>
        Assert.Equal(["invoice", "invoices", "invoicing"], Vocabulary.WithStem(EnglishStemmer.Stem("invoiced")));

    [Fact]
    public void Unknown_stem_has_no_words() => Assert.Empty(Vocabulary.WithStem("guitar"));

    [Fact]
    public void Words_with_a_beginning_come_those_in_most_departments_first_up_to_the_most_asked_for()
    {
        Assert.Equal(["invoicing", "inventory", "invoices", "invoice"], Vocabulary.StartingWith("inv", 10));
        Assert.Equal(["invoicing", "inventory"], Vocabulary.StartingWith("inv", 2));
        Assert.Equal(["wages"], Vocabulary.StartingWith("wages", 10));
        Assert.Empty(Vocabulary.StartingWith("zz", 10));
        Assert.Empty(Vocabulary.StartingWith("wagesx", 10));
    }

    [Fact]
    public void Counts_are_those_given_and_nothing_for_unknown_words()
    {
        Assert.Equal(9, Vocabulary.DepartmentsWith("customer"));
        Assert.Equal(0, Vocabulary.DepartmentsWith("guitar"));
    }

    [Theory]
    [InlineData("payrol", 1, "payroll:1")]
    [InlineData("legla", 1, "legal:1")]
    [InlineData("invoicse", 2, "invoice:1 invoices:1")]
    [InlineData("guitar", 2, "")]
    [InlineData("payroll", 0, "payroll:0")]
    public void Near_words_come_with_their_typing_slips(string text, int most, string near) =>
        Assert.Equal(near, string.Join(' ', Vocabulary.Near(text, most).Select(word => $"{word.Word}:{word.Edits}")));

    [Fact]
    public void Near_words_are_those_that_measuring_every_word_finds()
    {
        var random = new Random(29);
        var words = Enumerable.Range(0, 300).Select(_ => Word(random)).Distinct().Order(StringComparer.Ordinal).ToList();
        var vocabulary = SmallLanguage.Words(1, words.Select(word => (word, 1)));
        for (var i = 0; i < 200; i++)
        {
            var (text, most) = (Word(random), random.Next(3));

            Assert.Equal(
                words.Where(word => EditDistance.Between(text, word, most) <= most),
                vocabulary.Near(text, most).Select(near => near.Word));
        }
    }

    [Fact]
    public void Rare_words_tell_more_than_frequent_ones_and_none_tells_nothing()
    {
        var values = Enumerable.Range(0, 11).Select(Vocabulary.Specificity).ToList();

        Assert.Equal(values.OrderDescending(), values);
        Assert.All(values, value => Assert.True(value > 0));
        Assert.Equal(Math.Log(1 + (10.5 / 0.5)), Vocabulary.Specificity(0), 12);
    }

    [Fact]
    public void Empty_vocabulary_answers_too()
    {
        var empty = SmallLanguage.Words(0, []);

        Assert.Empty(empty.StartingWith("a", 5));
        Assert.Empty(empty.Near("a", 2));
        Assert.Empty(empty.WithStem("a"));
        Assert.True(empty.Specificity(0) > 0);
    }

    [Fact]
    public void Words_that_occur_no_more_are_not_offered()
    {
        var vocabulary = SmallLanguage.Words(10, ("invoice", 0), ("invoices", 2), ("invoicing", 0));

        Assert.Equal(["invoices"], vocabulary.WithStem(EnglishStemmer.Stem("invoice")));
        Assert.Equal(["invoices"], vocabulary.StartingWith("inv", 10));
        Assert.Equal(["invoices"], vocabulary.Near("invoice", 2).Select(near => near.Word));
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => (char)('a' + random.Next(5))));
}
