using BpoDirectory.Search.Ranking;

namespace BpoDirectory.Search.Meaning;

/// <summary>A department that answers by meaning.</summary>
/// <param name="DepartmentId">The department.</param>
/// <param name="Value">How near it is; larger is better.</param>
/// <param name="Reason">The passage that is nearest.</param>
internal sealed record MeaningHit(int DepartmentId, double Value, MeaningPassage Reason);

/// <summary>How near a question is to what departments say.</summary>
/// <param name="Departments">All departments, in no order.</param>
/// <param name="Margin">
/// How much nearer it is to them than to what no department has to do with; see <see cref="MeaningWeights.LeastInside"/>.
/// </param>
internal sealed record Nearness(IReadOnlyList<MeaningHit> Departments, double Margin);

/// <summary>All passages with their vectors, in memory: each text once, whoever says it.</summary>
internal sealed class MeaningIndex
{
    private readonly IndexedPassage[] _passages;
    private readonly SentenceVector[] _vectors;
    private readonly SentenceVector[] _outside;

    /// <summary>An index of the passages whose vector is known.</summary>
    /// <param name="passages">The passages.</param>
    /// <param name="vectors">The vectors by their texts.</param>
    /// <param name="outside">Vectors of what no department has to do with.</param>
    public MeaningIndex(IEnumerable<MeaningPassage> passages, IReadOnlyDictionary<string, SentenceVector> vectors, SentenceVector[] outside)
    {
        _outside = outside;
        var texts = new Dictionary<string, int>();
        var subjects = new Dictionary<(MatchField, int, string), int>();
        var known = new List<SentenceVector>();
        _passages =
        [
            .. passages.Where(passage => vectors.ContainsKey(passage.Text)).OrderBy(passage => passage.DepartmentId).Select(passage =>
            {
                if (!texts.TryGetValue(passage.Text, out var text))
                {
                    texts[passage.Text] = text = known.Count;
                    known.Add(vectors[passage.Text]);
                }
                // A function is one subject, whatever is said of it.
                var about = passage.FunctionId > 0 ? (MatchField.Function, passage.FunctionId, "") : (passage.Field, 0, passage.Text);
                if (!subjects.TryGetValue(about, out var subject))
                    subjects[about] = subject = subjects.Count;
                return new IndexedPassage(passage, passage.DepartmentId, text, subject, (float)MeaningWeights.Weight(passage));
            }),
        ];
        _vectors = [.. known];
    }

    /// <summary>How near a question is to every department, and to what no department has to do with.</summary>
    public Nearness Compare(SentenceVector question)
    {
        var near = Array.ConvertAll(_vectors, vector => question.SimilarityTo(vector));
        var departments = new List<MeaningHit>();
        var overall = new NearestSubjects(MeaningWeights.SubjectsCounted);
        var own = new NearestSubjects(1 + MeaningWeights.OthersCounted);
        for (var i = 0; i < _passages.Length; i++)
        {
            var passage = _passages[i];
            own.Add(passage.Subject, near[passage.Text] * passage.Weight, i);
            if (i + 1 < _passages.Length && _passages[i + 1].DepartmentId == passage.DepartmentId)
                continue;
            departments.Add(new MeaningHit(
                passage.DepartmentId, own.First + (MeaningWeights.Others * own.Mean(1)), _passages[own.FirstPassage].Passage));
            overall.AddAll(own);
            own.Clear();
        }
        var outside = Array.ConvertAll(_outside, subject => (double)question.SimilarityTo(subject));
        var nearestOutside = outside.OrderDescending().Take(MeaningWeights.OutsideSubjects).DefaultIfEmpty(0).Average();
        return new Nearness(departments, overall.Mean(0) - nearestOutside);
    }

    // All that is compared stands in one row: to fetch each passage for it would take longer than to compare them.
    private readonly record struct IndexedPassage(MeaningPassage Passage, int DepartmentId, int Text, int Subject, float Weight);

    // The nearest subjects, each by the nearest of its passages, nearest first.
    private sealed class NearestSubjects(int most)
    {
        private readonly (int Subject, float Value, int Passage)[] _nearest = new (int, float, int)[most];
        private int _count;

        public double First => _nearest[0].Value;

        public int FirstPassage => _nearest[0].Passage;

        public void Add(int subject, float value, int passage)
        {
            if (_count == most && value <= _nearest[^1].Value)
                return;
            var place = 0;
            while (place < _count && _nearest[place].Subject != subject)
                place++;
            if (place < _count && value <= _nearest[place].Value)
                return;
            if (place == _count)
                place = _count < most ? _count++ : most - 1;
            for (; place > 0 && _nearest[place - 1].Value < value; place--)
                _nearest[place] = _nearest[place - 1];
            _nearest[place] = (subject, value, passage);
        }

        public void AddAll(NearestSubjects others)
        {
            for (var i = 0; i < others._count; i++)
                Add(others._nearest[i].Subject, others._nearest[i].Value, others._nearest[i].Passage);
        }

        // How near they are on average, without the first ones; 0 where there are no more.
        public double Mean(int skipped)
        {
            var sum = 0.0;
            for (var i = skipped; i < _count; i++)
                sum += _nearest[i].Value;
            return _count > skipped ? sum / (_count - skipped) : 0;
        }

        public void Clear() => _count = 0;
    }
}
