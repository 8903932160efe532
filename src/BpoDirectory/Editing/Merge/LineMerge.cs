using DiffPlex;

namespace BpoDirectory.Editing.Merge;

/// <summary>Two changed versions of one text, merged by line (the three-way merge of diff3).</summary>
/// <param name="Mine">The merged text; where both changed the same lines, with mine.</param>
/// <param name="Theirs">The merged text; where both changed the same lines, with theirs.</param>
/// <param name="Overlaps">Whether both changed the same lines, in different ways.</param>
public sealed record LineMerge(string Mine, string Theirs, bool Overlaps)
{
    /// <summary>Merges what changed from <paramref name="original"/> to each of the others.</summary>
    public static LineMerge Merge(string original, string mine, string theirs)
    {
        var (baseLines, mineLines, theirLines) = (Lines(original), Lines(mine), Lines(theirs));
        var (toMine, toTheirs) = (Partners(baseLines, mineLines), Partners(baseLines, theirLines));
        var (forMine, forTheirs) = (new List<string>(), new List<string>());
        var overlaps = false;
        var (b, m, t) = (0, 0, 0);
        while (b < baseLines.Length || m < mineLines.Length || t < theirLines.Length)
        {
            if (b < baseLines.Length && toMine[b] == m && toTheirs[b] == t)
            {
                forMine.Add(baseLines[b]);
                forTheirs.Add(baseLines[b]);
                (b, m, t) = (b + 1, m + 1, t + 1);
                continue;
            }

            var (nextBase, nextMine, nextTheirs) = NextCommon(b, toMine, toTheirs, (baseLines.Length, mineLines.Length, theirLines.Length));
            var (inBase, inMine, inTheirs) = (baseLines[b..nextBase], mineLines[m..nextMine], theirLines[t..nextTheirs]);
            var onlyTheirs = inMine.SequenceEqual(inBase);
            var onlyMine = inTheirs.SequenceEqual(inBase) || inMine.SequenceEqual(inTheirs);
            overlaps |= !onlyTheirs && !onlyMine;
            forMine.AddRange(onlyTheirs ? inTheirs : inMine);
            forTheirs.AddRange(onlyMine ? inMine : inTheirs);
            (b, m, t) = (nextBase, nextMine, nextTheirs);
        }
        return new LineMerge(string.Join('\n', forMine), string.Join('\n', forTheirs), overlaps);
    }

    // The time it takes grows with the square of them; what is not compared counts as rewritten.
    private const int MostCompared = 4_000;

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").Split('\n');

    // For each line of the original the same line of the other, or -1 where it is gone.
    private static int[] Partners(string[] original, string[] other)
    {
        if (original.Length + other.Length > MostCompared)
            return PartnersAtEnds(original, other);
        var partners = new int[original.Length];
        var (from, to) = (0, 0);
        foreach (var block in new Differ()
            .CreateCustomDiffs(string.Join('\n', original), string.Join('\n', other), ignoreWhiteSpace: false, Lines).DiffBlocks)
        {
            while (from < block.DeleteStartA)
                partners[from++] = to++;
            while (from < block.DeleteStartA + block.DeleteCountA)
                partners[from++] = -1;
            to = block.InsertStartB + block.InsertCountB;
        }
        while (from < original.Length)
            partners[from++] = to++;
        return partners;
    }

    private static int[] PartnersAtEnds(string[] original, string[] other)
    {
        var same = original.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var sameAtEnd = original.Skip(same).Reverse().Zip(other.Skip(same).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return [.. original.Select((_, line) =>
            line < same ? line : line >= original.Length - sameAtEnd ? line + other.Length - original.Length : -1)];
    }

    private static (int Base, int Mine, int Theirs) NextCommon(int from, int[] toMine, int[] toTheirs, (int Base, int Mine, int Theirs) end)
    {
        for (var line = from; line < toMine.Length; line++)
            if (toMine[line] >= 0 && toTheirs[line] >= 0)
                return (line, toMine[line], toTheirs[line]);
        return end;
    }
}
