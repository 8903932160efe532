namespace BpoDirectory.Search.Text;

/// <summary>How many typing mistakes part two words.</summary>
public static class EditDistance
{
    /// <summary>
    /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each counting 1
    /// (a restricted form of F. J. Damerau's, Communications of the ACM 7(3), 1964).
    /// </summary>
    /// <returns>The distance, or <paramref name="most"/> + 1 when it is larger than <paramref name="most"/>.</returns>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
            return most + 1;

        Span<int> beforeLast = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
            last[column] = column;

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            var best = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(last[column] + 1, current[column - 1] + 1), last[column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    distance = Math.Min(distance, beforeLast[column - 2] + 1);
                current[column] = distance;
                best = Math.Min(best, distance);
            }
            if (best > most)
                return most + 1;
            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return Math.Min(last[right.Length], most + 1);
    }
}
