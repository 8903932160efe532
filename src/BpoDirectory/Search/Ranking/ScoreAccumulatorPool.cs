using System.Collections.Concurrent;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Search.Ranking;

/// <summary>Keeps the arrays of <see cref="ScoreAccumulator"/> from question to question: about 2 MB for 100,000 departments.</summary>
internal static class ScoreAccumulatorPool
{
    // So that a few new departments find room in what is kept.
    private const int Step = 4_096;

    private static readonly ConcurrentBag<ScoreAccumulator> Kept = [];

    /// <summary>Clean sums for at least this many positions.</summary>
    public static ScoreAccumulator Rent(int positions) =>
        Kept.TryTake(out var sums) && sums.Size >= positions ? sums : new ScoreAccumulator((positions / Step + 1) * Step);

    /// <summary>Takes clean sums back.</summary>
    public static void Return(ScoreAccumulator sums)
    {
        if (Kept.Count < SearchDatabase.MostReadsAtOnce)
            Kept.Add(sums);
    }
}
