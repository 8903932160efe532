using BpoDirectory.Editing.Revisions;

namespace BpoDirectory.Tests.Editing.Revisions;

public sealed class TextComparisonTests
{
    [Theory]
    [InlineData("", "new")]
    [InlineData("old", "")]
    [InlineData("a  b\n\nc", "a b\nc — “d”")]
    [InlineData("Does legal research and reviews documents.", "Ed says so, twice.")]
    [InlineData("one, two, three", "two. three, four")]
    public void Pieces_give_both_texts_back(string before, string after)
    {
        var pieces = TextComparison.Compare(before, after);

        Assert.Equal(before, string.Concat(pieces.Where(p => p.Kind != PieceKind.Added).Select(p => p.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(p => p.Kind != PieceKind.Removed).Select(p => p.Text)));
    }

    [Theory]
    [InlineData("Does legal research.", "Ed says so.", "-Does legal research +Ed says so =.")]
    [InlineData("Answers calls, and mail", "Answers letters, or chats", "=Answers  -calls, and mail +letters, or chats")]
    public void Words_replaced_one_after_the_other_are_one_change(string before, string after, string pieces) =>
        Assert.Equal(pieces, Pieces(before, after));

    [Theory]
    [InlineData("Answers calls and mail", "Takes calls and chats", "-Answers +Takes = calls and  -mail +chats")]
    [InlineData("old\nnews", "new\nword", "-old +new =\n -news +word")]
    [InlineData("a c", "a b c", "=a  +b  =c")]
    public void Words_and_lines_that_stay_part_two_changes(string before, string after, string pieces) =>
        Assert.Equal(pieces, Pieces(before, after));

    [Theory]
    [InlineData("Pays 🏦 bills", "Pays 🏧 bills", "=Pays  -🏦 +🏧 = bills")]
    [InlineData("🇩🇪", "🇩🇰", "-🇩🇪 +🇩🇰")]
    [InlineData("👨‍👩‍👧 at home", "👨‍👩‍👦 at home", "-👨‍👩‍👧 +👨‍👩‍👦 = at home")]
    [InlineData("👍 yes", "👍🏽 yes", "-👍 +👍🏽 = yes")]
    [InlineData("1️⃣ first", "2️⃣ first", "-1️⃣ +2️⃣ = first")]
    [InlineData("cafe\u0301 noir", "cafe\u0300 noir", "-cafe\u0301 +cafe\u0300 = noir")]
    [InlineData("(\u20dd) a", "(\u20de) a", "-(\u20dd +(\u20de =) a")]
    [InlineData("नि नी", "नि नु", "=नि  -नी +नु")]
    [InlineData("𠀀 stays", "𠀁 stays", "-𠀀 +𠀁 = stays")]
    [InlineData("𝐀𝐁 𝐂", "𝐀𝐁 𝐃", "=𝐀𝐁  -𝐂 +𝐃")]
    public void A_character_changes_as_a_whole(string before, string after, string pieces) => Assert.Equal(pieces, Pieces(before, after));

    [Fact]
    public void Small_change_of_a_long_text_is_shown_as_such()
    {
        var lines = Enumerable.Range(0, 400).Select(i => $"Line {i} says one thing and then another.").ToList();
        var before = string.Join('\n', lines);
        (lines[3], lines[390]) = ("Line 3 says some thing and then another.", "Line 390 says one thing and then more.");

        var changes = TextComparison.Compare(before, string.Join('\n', lines)).Where(piece => piece.Kind != PieceKind.Same);

        Assert.Equal(["one", "some", "another", "more"], changes.Select(piece => piece.Text));
    }

    [Theory]
    [InlineData("a ", "b ")]
    [InlineData("a b ", "b c ")]
    [InlineData("a\n", "b\n")]
    [InlineData("\n", "a")]
    [InlineData(".", ",")]
    [InlineData("a b\n", "c d\n")]
    [InlineData("🏦", "🏧")]
    public void Longest_texts_are_compared_in_time(string before, string after)
    {
        var (old, present) = (Filled(before, seed: 1), Filled(after, seed: 2));

        TimeBound.AssertKept(() => TextComparison.Compare(old, present));

        var pieces = TextComparison.Compare(old, present);
        Assert.Equal(old, string.Concat(pieces.Where(p => p.Kind != PieceKind.Added).Select(p => p.Text)));
        Assert.Equal(present, string.Concat(pieces.Where(p => p.Kind != PieceKind.Removed).Select(p => p.Text)));
    }

    // Both parts in an order by chance, with a letter of the alphabet now and then.
    private static string Filled(string part, int seed)
    {
        var random = new Random(seed);
        var text = new System.Text.StringBuilder();
        while (text.Length < 20_000 - part.Length)
            text.Append(random.Next(3) == 0 ? $"{(char)('a' + random.Next(26))} " : part);
        return text.ToString();
    }

    private static string Pieces(string before, string after) => string.Join(' ', TextComparison.Compare(before, after).Select(piece =>
        piece.Kind switch { PieceKind.Same => "=", PieceKind.Removed => "-", _ => "+" } + piece.Text));
}
