using System.Diagnostics;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Search.Ranking;

/// <summary>The departments that cover enough of a question, judged by their words alone.</summary>
internal sealed class Candidates : IDisposable
{
    /// <summary>How long the words of a question may be looked up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(0.9);

    private readonly FacetIndex _departments;
    private readonly ScoreAccumulator _sums;
    private readonly ReadOnlyMemory<ulong> _ranks;

    /// <summary>
    /// Finds the candidates of a question: by all of its words, or by those looked up before <paramref name="longest"/> was over.
    /// </summary>
    public Candidates(
        SearchReader reader, SearchSnapshot snapshot, Interpretation question, IReadOnlyList<IndexedExpansion> expansions, TimeSpan longest)
    {
        var start = Stopwatch.GetTimestamp();
        _departments = snapshot.Departments;
        _sums = ScoreAccumulatorPool.Rent(_departments.Positions);
        for (var term = 0; term < question.Terms.Count && IsTimeLeft(); term++)
        {
            foreach (var expansion in expansions)
                if (expansion.Covers(term) && IsTimeLeft())
                    _sums.Meet(snapshot.Postings, expansion.Phrase, expansion.Quality);
            foreach (var target in question.SynonymTargets)
                if (target.First <= term && term < target.First + target.Count)
                    Add(target, reader);
            _sums.CloseTerm(term, question.Terms[term].Weight);
        }
        IsIncomplete = !IsTimeLeft();
        Departments = new PositionSet(_departments.Positions);
        _ranks = _sums.Rank(question, _departments, Departments);

        bool IsTimeLeft() => Stopwatch.GetElapsedTime(start) < longest;
    }

    public PositionSet Departments { get; }

    public int Count => _ranks.Length;

    /// <summary>Whether time ran out before every word of the question was looked up.</summary>
    public bool IsIncomplete { get; }

    /// <summary>A number that orders candidates: better ones have larger numbers, and of equals the one that comes first by name.</summary>
    public static ulong Rank(float sum, int nameRank) =>
        // The bits of positive floats order like the floats.
        ((ulong)BitConverter.SingleToUInt32Bits(sum) << 32) | ~(uint)nameRank;

    /// <summary>The best of those that are in <paramref name="kept"/>, best first.</summary>
    public List<int> Best(PositionSet kept, long skip, int take)
    {
        var last = skip + take;
        if (skip >= _ranks.Length)
            return [];
        var best = new PriorityQueue<int, ulong>();
        var worst = 0UL;
        foreach (var rank in _ranks.Span)
        {
            if (rank <= worst || _departments.AtRank((int)~(uint)rank) is var position && !kept.Contains(position))
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

    /// <inheritdoc />
    public void Dispose() => ScoreAccumulatorPool.Return(_sums);

    private void Add(SynonymTarget target, SearchReader reader)
    {
        if (target.DepartmentId is { } department && target.FunctionId is null)
            Meet(department, FieldWeights.OwnedFunction);
        if (target.FunctionId is { } function)
            foreach (var (owner, rank) in reader.FunctionOwners(function))
                Meet(owner, rank == 1 ? FieldWeights.OwnedFunction : FieldWeights.SharedFunction);

        void Meet(int departmentId, int fieldClass)
        {
            if (_departments.PositionOf(departmentId) is >= 0 and var position)
                _sums.Meet(position, fieldClass, RankingWeights.SynonymTarget);
        }
    }
}
