using System.Buffers;
using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>The departments that cover enough of a question, judged by their words alone.</summary>
/// <param name="departments">All of them.</param>
/// <param name="ranks">For each, a number that orders them: better ones have larger numbers; the position breaks ties.</param>
public sealed class Candidates(PositionSet departments, ulong[] ranks)
{
    public PositionSet Departments { get; } = departments;

    public int Count => ranks.Length;

    /// <summary>Finds the candidates of a question.</summary>
    public static Candidates Find(ReadSession session, Knowledge knowledge, Interpretation question)
    {
        var size = knowledge.Departments.Count;
        var sums = new Sums(size);
        try
        {
            var hits = question.Readings.Select(reading => (reading.First, reading.Count, Hits: Meet(session, knowledge, reading)))
                .Concat(question.Signposts.Select(signpost => (signpost.First, signpost.Count, Hits: Follow(session, knowledge, signpost))))
                .ToList();
            for (var term = 0; term < question.Terms.Count; term++)
                sums.Add(term, question.Terms[term].Weight, hits.Where(h => h.First <= term && term < h.First + h.Count).Select(h => h.Hits));
            return sums.Candidates(question);
        }
        finally
        {
            sums.Return();
        }
    }

    /// <summary>The best of those that are in <paramref name="kept"/>, best first.</summary>
    public List<int> Best(PositionSet kept, long skip, int take)
    {
        var last = skip + take;
        if (skip >= ranks.Length)
            return [];
        var best = new PriorityQueue<int, ulong>();
        foreach (var rank in ranks)
        {
            var position = Sums.PositionOf(rank);
            if (!kept.Contains(position))
                continue;
            if (best.Count < last)
                best.Enqueue(position, rank);
            else if (best.TryPeek(out _, out var worst) && rank > worst)
                best.EnqueueDequeue(position, rank);
        }
        var sorted = new List<int>(best.Count);
        while (best.TryDequeue(out var position, out _))
            sorted.Add(position);
        sorted.Reverse();
        return [.. sorted.Skip((int)skip)];
    }

    // The departments in which a reading is met, each with what that counts.
    private static List<(int Position, float Value)> Meet(ReadSession session, Knowledge knowledge, Reading reading)
    {
        var met = reading.Phrase.Length == 1
            ? knowledge.Postings.Of(session, reading.Phrase[0]).SelectMany(tier => tier.Departments.Select(department => (department, tier.Tier)))
            : MeetAll(session, knowledge, reading.Phrase);
        var hits = new List<(int, float)>();
        foreach (var (department, tier) in met)
            if (knowledge.Departments.PositionOf(department) is >= 0 and var position)
                hits.Add((position, (float)(reading.Quality * Tier.Weight(tier))));
        return hits;
    }

    // Departments that have all the words; whether they stand together is seen when the department is rated.
    private static IEnumerable<(int Department, int Tier)> MeetAll(ReadSession session, Knowledge knowledge, string[][] phrase)
    {
        Dictionary<int, int>? met = null;
        foreach (var forms in phrase)
        {
            var here = new Dictionary<int, int>();
            foreach (var (tier, departments) in knowledge.Postings.Of(session, forms))
                foreach (var department in departments)
                    if (met is null)
                        here.TryAdd(department, tier);
                    else if (met.TryGetValue(department, out var other))
                        here.TryAdd(department, Math.Max(tier, other));
            met = here;
        }
        return met!.Select(hit => (hit.Key, hit.Value));
    }

    private static List<(int Position, float Value)> Follow(ReadSession session, Knowledge knowledge, Signpost signpost)
    {
        IEnumerable<(int Department, int Rank)> owners = signpost.FunctionId is { } function
            ? session.Query("SELECT DepartmentId, Rank FROM FunctionOwners WHERE BusinessFunctionId = $1", row => (row.GetInt32(0), row.GetInt32(1)), function)
            : [(signpost.DepartmentId!.Value, 1)];
        return [.. owners
            .Select(owner => (Position: knowledge.Departments.PositionOf(owner.Department), Value: (float)(Quality.Signpost * Tier.Weight(owner.Rank > 1 ? 5 : 3))))
            .Where(hit => hit.Position >= 0)];
    }

    // Adds up, for every department, what its words count for the terms of a question.
    private sealed class Sums(int size)
    {
        private readonly float[] _sum = Rent<float>(size);
        private readonly float[] _best = Rent<float>(size);
        private readonly ushort[] _terms = Rent<ushort>(size);
        private readonly List<int> _touched = [];

        public static int PositionOf(ulong rank) => (int)~(uint)rank;

        public void Add(int term, double weight, IEnumerable<List<(int Position, float Value)>> hits)
        {
            var bit = (ushort)(1 << term);
            var here = new List<int>();
            foreach (var (position, value) in hits.SelectMany(list => list))
            {
                if (_terms[position] == 0)
                    _touched.Add(position);
                if ((_terms[position] & bit) == 0)
                {
                    _terms[position] |= bit;
                    here.Add(position);
                }
                _best[position] = Math.Max(_best[position], value);
            }
            foreach (var position in here)
            {
                _sum[position] += (float)weight * _best[position];
                _best[position] = 0;
            }
        }

        public Candidates Candidates(Interpretation question)
        {
            var departments = new PositionSet(size);
            var ranks = new List<ulong>(_touched.Count);
            foreach (var position in _touched)
            {
                if (!question.IsCoveredBy(_terms[position]))
                    continue;
                departments.Add(position);
                // The bits of positive floats order like the floats; the inverted position puts earlier names first.
                ranks.Add(((ulong)BitConverter.SingleToUInt32Bits(_sum[position]) << 32) | ~(uint)position);
            }
            return new Candidates(departments, [.. ranks]);
        }

        public void Return()
        {
            ArrayPool<float>.Shared.Return(_sum);
            ArrayPool<float>.Shared.Return(_best);
            ArrayPool<ushort>.Shared.Return(_terms);
        }

        private static T[] Rent<T>(int size)
        {
            var array = ArrayPool<T>.Shared.Rent(size);
            Array.Clear(array, 0, size);
            return array;
        }
    }
}
