using System.Globalization;
using System.Text;
using DiffPlex;

namespace BpoDirectory.Editing.Revisions;

/// <summary>What happened to a piece of a text.</summary>
public enum PieceKind
{
    Same,
    Added,
    Removed,
}

/// <summary>A piece of a compared text.</summary>
public sealed record TextPiece(PieceKind Kind, string Text);

/// <summary>What differs between two texts, word for word; what a reader sees as one character is never cut.</summary>
public static class TextComparison
{
    /// <summary>The two texts as one, in pieces; pieces next to each other are of different kinds.</summary>
    public static IReadOnlyList<TextPiece> Compare(string before, string after)
    {
        var difference = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Words);
        var pieces = new List<TextPiece>();
        var (removed, added) = ("", "");
        var at = 0;
        foreach (var block in difference.DiffBlocks)
        {
            var same = string.Concat(difference.PiecesNew[at..block.InsertStartB]);
            at = block.InsertStartB + block.InsertCountB;
            var (gone, come) = (string.Concat(difference.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA)), string.Concat(difference.PiecesNew[block.InsertStartB..at]));
            if (IsBetweenWords(same) && (IsReplaced(removed, added) || (removed.Length + added.Length > 0 && IsReplaced(gone, come))))
            {
                (removed, added) = (removed + same + gone, added + same + come);
                continue;
            }
            Change();
            Add(PieceKind.Same, same);
            (removed, added) = (gone, come);
        }
        Change();
        Add(PieceKind.Same, string.Concat(difference.PiecesNew[at..]));
        return pieces;

        void Change()
        {
            Add(PieceKind.Removed, removed);
            Add(PieceKind.Added, added);
        }

        void Add(PieceKind editing, string text)
        {
            if (text.Length > 0)
                pieces.Add(new TextPiece(editing, text));
        }
    }

    // Sentences with nothing in common but their blanks and commas are read one after the other, not in turns.
    private static bool IsBetweenWords(string same) => same.EnumerateRunes().All(rune => rune.Value != '\n' && !Rune.IsLetterOrDigit(rune));

    private static bool IsReplaced(string removed, string added) => removed.Length > 0 && added.Length > 0;

    // Letters and digits in a row, each with its marks, and every other grapheme cluster by itself.
    private static string[] Words(string text)
    {
        var words = new List<string>();
        var (start, isInWord) = (0, false);
        for (var at = 0; at < text.Length; at += StringInfo.GetNextTextElementLength(text, at))
        {
            var isOfWord = IsOfWord(text, at);
            if (at > start && !(isInWord && isOfWord))
            {
                words.Add(text[start..at]);
                start = at;
            }
            isInWord = isOfWord;
        }
        if (start < text.Length)
            words.Add(text[start..]);
        return [.. words];
    }

    private static bool IsOfWord(string text, int at) => Rune.TryGetRuneAt(text, at, out var first)
        && (Rune.IsLetterOrDigit(first) || Rune.GetUnicodeCategory(first) == UnicodeCategory.ConnectorPunctuation);
}
