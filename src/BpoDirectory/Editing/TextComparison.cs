using System.Text.RegularExpressions;
using DiffPlex;

namespace BpoDirectory.Editing;

/// <summary>What happened to a piece of a text.</summary>
public enum PieceKind
{
    Same,
    Added,
    Removed,
}

/// <summary>A piece of a compared text.</summary>
public sealed record TextPiece(PieceKind Kind, string Text);

/// <summary>What differs between two texts, word for word.</summary>
public static partial class TextComparison
{
    /// <summary>The two texts as one, in pieces; pieces next to each other are of different kinds.</summary>
    public static IReadOnlyList<TextPiece> Compare(string before, string after)
    {
        var difference = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Words);
        var pieces = new List<TextPiece>();
        var at = 0;
        foreach (var block in difference.DiffBlocks)
        {
            Add(pieces, PieceKind.Same, difference.PiecesNew[at..block.InsertStartB]);
            Add(pieces, PieceKind.Removed, difference.PiecesOld[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)]);
            at = block.InsertStartB + block.InsertCountB;
            Add(pieces, PieceKind.Added, difference.PiecesNew[block.InsertStartB..at]);
        }
        Add(pieces, PieceKind.Same, difference.PiecesNew[at..]);
        return pieces;
    }

    private static void Add(List<TextPiece> pieces, PieceKind kind, string[] words)
    {
        if (words.Length > 0)
            pieces.Add(new TextPiece(kind, string.Concat(words)));
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(word => word.Value)];

    [GeneratedRegex(@"\w+|\s|[^\w\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
