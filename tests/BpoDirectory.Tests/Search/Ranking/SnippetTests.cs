using BpoDirectory.Search;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Ranking;

public sealed class SnippetTests
{
    [Fact]
    public void Short_text_stays_whole()
    {
        var match = Snippet.Create(MatchField.Summary, "Handles legal matters.", [new TextRange(8, 5)]);

        Assert.Equal((MatchField.Summary, "Handles legal matters."), (match.Field, match.Text));
        Assert.Equal([new TextRange(8, 5)], match.Highlights);
    }

    [Fact]
    public void Text_of_the_longest_length_stays_whole_and_one_more_is_cut()
    {
        Assert.Equal(Snippet.Longest, Snippet.Create(MatchField.Summary, Words(160), []).Text.Length);
        Assert.EndsWith("…", Snippet.Create(MatchField.Summary, Words(161), []).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("medical billing", "medical", "billing", "medical billing")]
    [InlineData("e-mail", "e", "mail", "e-mail")]
    [InlineData("finance & accounting", "finance", "accounting", "finance & accounting")]
    public void Neighbouring_words_that_were_both_met_are_one_mark(string text, string first, string second, string marked)
    {
        var match = Snippet.Create(MatchField.Function, text, [RangeOf(text, first), RangeOf(text, second)]);

        Assert.Equal([marked], match.Highlights.Select(h => text.Substring(h.Start, h.Length)));
    }

    [Fact]
    public void Words_with_others_between_are_marked_apart()
    {
        const string text = "medical coding and billing";

        var match = Snippet.Create(MatchField.Function, text, [RangeOf(text, "medical"), RangeOf(text, "billing")]);

        Assert.Equal(["medical", "billing"], match.Highlights.Select(h => text.Substring(h.Start, h.Length)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(400)]
    [InlineData(993)]
    public void Long_text_is_cut_at_blanks_around_its_first_highlight(int at)
    {
        var words = Words(1_000).ToCharArray();
        "payroll".CopyTo(0, words, at, 7);
        if (at > 0)
            words[at - 1] = ' ';
        if (at + 7 < words.Length)
            words[at + 7] = ' ';
        var text = new string(words);

        var match = Snippet.Create(MatchField.Description, text, [new TextRange(at, 7)]);

        var mark = Assert.Single(match.Highlights);
        Assert.Equal("payroll", match.Text.Substring(mark.Start, mark.Length));
        Assert.InRange(match.Text.Trim('…').Length, 100, Snippet.Longest);
        Assert.Equal(at > 60, match.Text.StartsWith('…'));
        Assert.Equal(at < 900, match.Text.EndsWith('…'));
        Assert.Contains(match.Text.Trim('…'), text, StringComparison.Ordinal);
        Assert.All(match.Text.Trim('…').Split(' '), word => Assert.Contains(word, text.Split(' ')));
    }

    [Fact]
    public void Highlights_outside_the_snippet_are_left_out()
    {
        var text = Words(1_000);

        var match = Snippet.Create(MatchField.Description, text, [new TextRange(0, 4), new TextRange(10, 4), new TextRange(900, 4)]);

        Assert.Equal([new TextRange(0, 4), new TextRange(10, 4)], match.Highlights);
    }

    [Fact]
    public void Text_without_blanks_is_cut_between_characters()
    {
        var text = "x" + string.Concat(Enumerable.Repeat("\uD83D\uDE9A", 400));

        var match = Snippet.Create(MatchField.Description, text, []);

        Assert.InRange(match.Text.Length, 100, Snippet.Longest + 2);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(match.Text)));
    }

    [Fact]
    public void Highlights_of_any_text_lie_inside_it_in_order_and_apart()
    {
        var random = new Random(17);
        for (var i = 0; i < 500; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 80)).Select(_ => new string('w', random.Next(1, 12))));
            var words = new Tokenizer(new Dictionary<string, string>()).Tokenize(text).Where(_ => random.Next(5) == 0);

            var match = Snippet.Create(MatchField.Description, text, [.. words.Select(word => new TextRange(word.Start, word.Length))]);

            SearchAssert.AreProper(match);
        }
    }

    private static TextRange RangeOf(string text, string word) => new(text.IndexOf(word, StringComparison.Ordinal), word.Length);

    // Words of four letters, no two alike in a row, in a text of the length given.
    private static string Words(int length) =>
        string.Join(' ', Enumerable.Range(0, (length / 5) + 1).Select(i => $"w{i:000}"))[..length];
}
