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
    public void Words_replaced_one_after_the_other_are_one_change(string before, string after, string pieces) => Assert.Equal(pieces, Pieces(before, after));

    [Theory]
    [InlineData("Answers calls and mail", "Takes calls and chats", "-Answers +Takes = calls and  -mail +chats")]
    [InlineData("old\nnews", "new\nword", "-old +new =\n -news +word")]
    [InlineData("a c", "a b c", "=a  +b  =c")]
    public void Words_and_lines_that_stay_part_two_changes(string before, string after, string pieces) => Assert.Equal(pieces, Pieces(before, after));

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

    private static string Pieces(string before, string after) => string.Join(' ', TextComparison.Compare(before, after).Select(piece =>
        piece.Kind switch { PieceKind.Same => "=", PieceKind.Removed => "-", _ => "+" } + piece.Text));
}
