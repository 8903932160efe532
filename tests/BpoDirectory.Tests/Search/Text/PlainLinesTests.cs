using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Text;

public sealed class PlainLinesTests
{
    private const int Texts = 20_000;

    // Every kind of line that is read here or left to the parser, and what goes on around it.
    private static readonly string[] Pieces =
        ["word", "Two words.", " ", "  ", "\n", "\n\n", "# ", "### ", "#", "- ", "-", "---", "+ ", "=", "===", "~~~", "> ", "1. ", "2024", "*", "_", "`", "[a](b)", "<b>", "&amp;", "\\", "\t", "\r\n", "\u00A0", "!", "é"];

    [Theory]
    [InlineData("One paragraph\ngoes on.\n\nAnother.", "One paragraph goes on.|Another.")]
    [InlineData("Words.\n### Heading\n- one\n- two\ngoes on", "Words.|Heading|one|two goes on")]
    [InlineData("", "")]
    public void Plain_text_is_read_line_by_line(string markdown, string paragraphs) =>
        Assert.Equal(paragraphs, string.Join('|', PlainLines.TryRead(markdown)!));

    [Theory]
    [InlineData("**strong**")]
    [InlineData("1. first")]
    [InlineData("> quoted")]
    [InlineData("  indented")]
    [InlineData("Title\n---")]
    [InlineData("- - deep")]
    [InlineData("# closed #")]
    public void All_else_is_left_to_the_parser(string markdown) => Assert.Null(PlainLines.TryRead(markdown));

    [Fact]
    public void What_is_read_is_what_the_parser_reads()
    {
        var random = new Random(31);
        var read = 0;
        for (var i = 0; i < Texts; i++)
        {
            var markdown = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(random.Next(2) == 0 ? 12 : Pieces.Length)]));
            if (PlainLines.TryRead(markdown) is not { } paragraphs)
                continue;
            read++;
            Assert.Equal(PlainText.Parsed(markdown), paragraphs);
        }
        Assert.InRange(read, Texts / 20, Texts);
    }
}
