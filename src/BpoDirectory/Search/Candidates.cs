using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>The departments that cover enough of a question, judged by their words alone.</summary>
/// <param name="departments">All of them.</param>
/// <param name="ranks">For each, a number that orders them: better ones have larger numbers; the position breaks ties.</param>
public sealed class Candidates(PositionSet departments, ulong[] ranks)
{
    /// <summary>How long the words of a question may be looked up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(0.9);

    public PositionSet Departments { get; } = departments;

    public int Count => ranks.Length;

    /// <summary>Finds the candidates of a question: by all of its words, or by those looked up before time ran out.</summary>
    public static (Candidates Found, bool IsIncomplete) Find(ReadSession session, Knowledge knowledge, Interpretation question)
    {
        using var sums = new CandidateSums(knowledge.Departments.Count);
        var isComplete = session.TryWithin(Longest, () =>
        {
            for (var term = 0; term < question.Terms.Count; term++)
                Add(session, knowledge, question, term, sums);
        });
        return (sums.Candidates(question), !isComplete);
    }

    /// <summary>The best of those that are in <paramref name="kept"/>, best first.</summary>
    public List<int> Best(PositionSet kept, long skip, int take)
    {
        var last = skip + take;
        if (skip >= ranks.Length)
            return [];
        var best = new PriorityQueue<int, ulong>();
        var worst = 0UL;
        foreach (var rank in ranks)
        {
            if (rank <= worst || !kept.Contains(CandidateSums.PositionOf(rank)))
                continue;
            if (best.Count < last)
                best.Enqueue(CandidateSums.PositionOf(rank), rank);
            else
                best.EnqueueDequeue(CandidateSums.PositionOf(rank), rank);
            if (best.Count == last)
                best.TryPeek(out _, out worst);
        }
        var sorted = new List<int>(best.Count);
        while (best.TryDequeue(out var position, out _))
            sorted.Add(position);
        sorted.Reverse();
        return skip == 0 ? sorted : [.. sorted.Skip((int)skip)];
    }

    private static void Add(ReadSession session, Knowledge knowledge, Interpretation question, int term, CandidateSums sums)
    {
        foreach (var reading in question.Readings)
            if (reading.First <= term && term < reading.First + reading.Count)
                sums.Meet([.. reading.Phrase.Select(forms => knowledge.Postings.Of(session, forms))], reading.Quality);
        foreach (var signpost in question.Signposts)
            if (signpost.First <= term && term < signpost.First + signpost.Count)
                sums.Meet([Signposted(session, knowledge, signpost)], Quality.Signpost);
        sums.CloseTerm(term, question.Terms[term].Weight);
    }

    private static Posting[] Signposted(ReadSession session, Knowledge knowledge, Signpost signpost) =>
        signpost.FunctionId is { } function ? knowledge.Postings.OwnersOf(session, function)
        : knowledge.Departments.PositionOf(signpost.DepartmentId!.Value) is >= 0 and var position ? [new Posting(Tier.OfOwners, [position])]
        : [];
}
