using System.Collections.Concurrent;
using BpoDirectory.Data.Sqlite;

namespace BpoDirectory.Search.Ranking;

/// <summary>Keeps the arrays of <see cref="CandidateSums"/> from question to question: about 2 MB for 100,000 departments.</summary>
internal static class SumsPool
{
    // So that a few new departments find room in what is kept.
    private const int Step = 4_096;

    private static readonly ConcurrentBag<CandidateSums> Kept = [];

    /// <summary>Clean sums for at least this many positions.</summary>
    public static CandidateSums Rent(int positions) =>
        Kept.TryTake(out var sums) && sums.Size >= positions ? sums : new CandidateSums((positions / Step + 1) * Step);

    /// <summary>Takes clean sums back.</summary>
    public static void Return(CandidateSums sums)
    {
        if (Kept.Count < PreparedReads.MostAtOnce)
            Kept.Add(sums);
    }
}
