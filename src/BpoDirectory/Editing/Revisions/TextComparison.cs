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
    // The time it takes grows with the square of them: this many take a tenth of a second at worst.
    private const int MostCompared = 4_000;

    /// <summary>
    /// The two texts as one, in pieces; pieces next to each other are of different kinds. Long texts are compared by line first, and
    /// lines in which too much differs as a whole.
    /// </summary>
    public static IReadOnlyList<TextPiece> Compare(string before, string after)
    {
        var (old, present) = (Words(before), Words(after));
        if (old.Length + present.Length <= MostCompared)
            return CompareWords(before, after);

        var same = old.Zip(present).TakeWhile(pair => pair.First == pair.Second).Count();
        var sameAtEnd = old.Skip(same).Reverse().Zip(present.Skip(same).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var (oldRest, rest) = (string.Concat(old[same..^sameAtEnd]), string.Concat(present[same..^sameAtEnd]));
        var isShort = old.Length + present.Length - 2 * (same + sameAtEnd) <= MostCompared;
        return Joined([
            new(PieceKind.Same, string.Concat(old[..same])),
            .. isShort ? CompareWords(oldRest, rest) : CompareLines(oldRest, rest),
            new(PieceKind.Same, string.Concat(old[^sameAtEnd..]))]);
    }

    private static IEnumerable<TextPiece> CompareLines(string before, string after)
    {
        var (old, present) = (Lines(before), Lines(after));
        if (old.Length + present.Length > MostCompared)
            return Whole(before, after);
        var pieces = new List<TextPiece>();
        var (fromOld, from, left) = (0, 0, MostCompared);
        foreach (var block in new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Lines).DiffBlocks)
        {
            pieces.Add(new(PieceKind.Same, string.Concat(present[from..block.InsertStartB])));
            (fromOld, from) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
            var (gone, come) = (string.Concat(old[block.DeleteStartA..fromOld]), string.Concat(present[block.InsertStartB..from]));
            var words = Words(gone).Length + Words(come).Length;
            pieces.AddRange(words <= left ? CompareWords(gone, come) : Whole(gone, come));
            left -= Math.Min(words, left);
        }
        return [.. pieces, new(PieceKind.Same, string.Concat(present[from..]))];
    }

    private static IReadOnlyList<TextPiece> Whole(string before, string after) =>
        [new(PieceKind.Removed, before), new(PieceKind.Added, after)];

    // Each line with its end.
    private static string[] Lines(string text)
    {
        var lines = text.Split('\n');
        return [.. lines[..^1].Select(line => line + '\n'), .. lines[^1].Length > 0 ? lines[^1..] : []];
    }

    private static List<TextPiece> Joined(IEnumerable<TextPiece> pieces)
    {
        var joined = new List<TextPiece>();
        foreach (var piece in pieces.Where(piece => piece.Text.Length > 0))
            if (joined is [.., var last] && last.Kind == piece.Kind)
                joined[^1] = last with { Text = last.Text + piece.Text };
            else
                joined.Add(piece);
        return joined;
    }

    private static List<TextPiece> CompareWords(string before, string after)
    {
        var difference = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Words);
        var pieces = new List<TextPiece>();
        var (removed, added) = ("", "");
        var at = 0;
        foreach (var block in difference.DiffBlocks)
        {
            var same = string.Concat(difference.PiecesNew[at..block.InsertStartB]);
            at = block.InsertStartB + block.InsertCountB;
            var (gone, come) =
                (string.Concat(difference.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA)),
                    string.Concat(difference.PiecesNew[block.InsertStartB..at]));
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
