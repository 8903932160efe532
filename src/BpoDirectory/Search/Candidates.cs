using System.Diagnostics;
using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>The departments that cover enough of a question, judged by their words alone.</summary>
internal sealed class Candidates(PositionSet found, ReadOnlyMemory<ulong> ranks, FacetIndex departments)
{
    /// <summary>How long the words of a question may be looked up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(0.9);

    private const string Owners = "SELECT DepartmentId, Rank FROM FunctionOwners WHERE BusinessFunctionId = $1";

    public PositionSet Departments => found;

    public int Count => ranks.Length;

    /// <summary>A number that orders candidates: better ones have larger numbers, and of equals the one that comes first by name.</summary>
    public static ulong Rank(float sum, int nameRank) =>
        // The bits of positive floats order like the floats.
        ((ulong)BitConverter.SingleToUInt32Bits(sum) << 32) | ~(uint)nameRank;

    /// <summary>Finds the candidates of a question: by all of its words, or by those looked up before <paramref name="longest"/> was over.</summary>
    public static (Candidates Found, bool IsIncomplete) Find(
        ReadSession session, Knowledge knowledge, Interpretation question, IReadOnlyList<WordReading> readings, TimeSpan longest)
    {
        var start = Stopwatch.GetTimestamp();
        var sums = SumsPool.Rent(knowledge.Departments.Positions);
        var term = 0;
        for (; term < question.Terms.Count && Stopwatch.GetElapsedTime(start) < longest; term++)
        {
            foreach (var reading in readings)
                if (reading.Covers(term) && Stopwatch.GetElapsedTime(start) < longest)
                    sums.Meet(knowledge.Postings, reading.Phrase, reading.Quality);
            foreach (var signpost in question.Signposts)
                if (signpost.First <= term && term < signpost.First + signpost.Count)
                    Follow(signpost, session, knowledge.Departments, sums);
            sums.CloseTerm(term, question.Terms[term].Weight);
        }
        var found = sums.Take(question, knowledge.Departments);
        SumsPool.Return(sums);
        return (found, Stopwatch.GetElapsedTime(start) >= longest);
    }

    /// <summary>The best of those that are in <paramref name="kept"/>, best first.</summary>
    public List<int> Best(PositionSet kept, long skip, int take)
    {
        var last = skip + take;
        if (skip >= ranks.Length)
            return [];
        var best = new PriorityQueue<int, ulong>();
        var worst = 0UL;
        foreach (var rank in ranks.Span)
        {
            if (rank <= worst || departments.AtRank((int)~(uint)rank) is var position && !kept.Contains(position))
                continue;
            if (best.Count < last)
                best.Enqueue(position, rank);
            else
                best.EnqueueDequeue(position, rank);
            if (best.Count == last)
                best.TryPeek(out _, out worst);
        }
        var sorted = new List<int>(best.Count);
        while (best.TryDequeue(out var position, out _))
            sorted.Add(position);
        sorted.Reverse();
        return skip == 0 ? sorted : [.. sorted.Skip((int)skip)];
    }

    private static void Follow(Signpost signpost, ReadSession session, FacetIndex departments, CandidateSums sums)
    {
        if (signpost.FunctionId is { } function)
            session.Each(Owners, row => Meet(row.GetInt32(0), row.GetInt32(1) == 1 ? Tier.OfOwners : Tier.OfCoOwners), function);
        else
            Meet(signpost.DepartmentId!.Value, Tier.OfOwners);

        void Meet(int department, int tier)
        {
            if (departments.PositionOf(department) is >= 0 and var position)
                sums.Meet(position, tier, Quality.Signpost);
        }
    }
}
