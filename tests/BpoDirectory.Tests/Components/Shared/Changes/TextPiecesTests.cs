using System.Globalization;
using AngleSharp.Dom;
using BpoDirectory.Components.Shared.Changes;
using BpoDirectory.Editing.Revisions;
using Bunit;

namespace BpoDirectory.Tests.Components.Shared.Changes;

public sealed class TextPiecesTests : BunitContext
{
    [Theory]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("🇩🇰")]
    [InlineData("e\u0301\u0323")]
    [InlineData("❤️")]
    [InlineData("नि")]
    public void A_long_text_that_stays_is_shortened_between_two_characters(string character)
    {
        for (var before = 0; before < character.Length; before++)
        {
            var text = new string('.', before) + string.Concat(Enumerable.Repeat(character, 400));
            var pieces = Render<TextPieces>(parameters => parameters.Add(p => p.Pieces,
                [new TextPiece(PieceKind.Added, "new"), new TextPiece(PieceKind.Same, text), new TextPiece(PieceKind.Removed, "old")]));

            var shown = pieces.Nodes.OfType<IText>()
                .Single(node => node.TextContent.Contains('…', StringComparison.Ordinal)).TextContent.Trim();

            Assert.True(shown.Length < text.Length / 2);
            Assert.All(Characters(shown), c => Assert.Contains(c, new[] { character, ".", " ", "…" }));
        }
    }

    private static IEnumerable<string> Characters(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
            yield return elements.GetTextElement();
    }
}
