using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Index;

public sealed class TermListTests
{
    [Fact]
    public void Words_that_come_later_are_found_like_the_first_ones()
    {
        var first = new TermList([(1, "invoice"), (2, "payroll")]);

        var list = first.With([(3, "invoices")]).With([(4, "guitar")]);

        Assert.Equal((1, 3, 4, 0), (list.NumberOf("invoice"), list.NumberOf("invoices"), list.NumberOf("guitar"), list.NumberOf("piano")));
        Assert.Equal(["invoice", "invoices"], list.WithStem(EnglishStemmer.Stem("invoicing")));
        Assert.Equal(["invoice", "invoices"], list.StartingWith("inv"));
        Assert.Equal(["guitar"], list.Near("guittar", 1, 1).Select(near => near.Word));
        Assert.Equal((4, 2), (list.Highest, first.Highest));
        Assert.Equal(0, first.NumberOf("guitar"));
        Assert.Same(list, list.With([]));
    }

    [Fact]
    public void Many_later_words_keep_their_numbers()
    {
        var list = new TermList([(1, "first")]);
        for (var batch = 0; batch < 6; batch++)
            list = list.With([.. Enumerable.Range(2 + (batch * 500), 500).Select(number => (number, $"word{number:00000}"))]);

        Assert.Equal(3_001, list.Highest);
        Assert.All(Enumerable.Range(2, 3_000), number => Assert.Equal(number, list.NumberOf($"word{number:00000}")));
        Assert.Equal(1, list.NumberOf("first"));
        Assert.Equal(3_000, list.StartingWith("word").Distinct().Count());
    }

    [Fact]
    public void Words_with_another_first_letter_are_given_fewer_slips()
    {
        var list = new TermList([(1, "software"), (2, "toftware"), (3, "tofware")]);

        Assert.Equal(["software", "toftware", "tofware"], list.Near("software", 2, 2).Select(near => near.Word));
        Assert.Equal(["software", "toftware"], list.Near("software", 2, 1).Select(near => near.Word));
    }
}
