using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n\n ", "")]
    [InlineData("Plain words.", "Plain words.")]
    [InlineData("Some **strong** and *soft* `words`.", "Some strong and soft words.")]
    [InlineData("See [Legal](/departments/legal).", "See Legal.")]
    [InlineData("## A heading\n\nA paragraph.", "A heading|A paragraph.")]
    [InlineData("- one\n- two\n- three", "one|two|three")]
    [InlineData("1. first\n2. second", "first|second")]
    [InlineData("> a quotation", "a quotation")]
    [InlineData("Tom &amp; Jerry", "Tom & Jerry")]
    [InlineData("One paragraph\ngoes on.\n\nAnother.", "One paragraph goes on.|Another.")]
    [InlineData("Words.\n### Heading\n- one\n- two\ngoes on", "Words.|Heading|one|two goes on")]
    [InlineData("Title\n---", "Title")]
    [InlineData("# closed #", "closed")]
    public void Paragraphs_are_the_words_without_marks_and_addresses(string markdown, string paragraphs) =>
        Assert.Equal(paragraphs, string.Join('|', PlainText.Paragraphs(markdown)));

    [Fact]
    public void Line_break_within_a_paragraph_is_a_blank() =>
        Assert.Equal(
            ["One paragraph goes on here.", "A list item goes on too."],
            PlainText.Paragraphs("One paragraph\ngoes on\nhere.\n\n- A list item\n  goes on too."));

    [Fact]
    public void Markup_stays_text() =>
        Assert.Contains("<b>", string.Concat(PlainText.Paragraphs("Not <b>bold</b>.")), StringComparison.Ordinal);

    [Fact]
    public void Nesting_beyond_all_measure_is_taken_as_it_is() =>
        Assert.NotEmpty(PlainText.Paragraphs(new string('>', 5_000) + " word"));

    [Fact]
    public void Any_text_has_paragraphs_without_line_breaks()
    {
        var random = new Random(23);
        for (var i = 0; i < 300; i++)
            Assert.All(PlainText.Paragraphs(HostileText.Random(random, 400)), paragraph =>
            {
                Assert.DoesNotContain('\n', paragraph);
                Assert.Equal(paragraph.Trim(), paragraph);
            });
    }
}
