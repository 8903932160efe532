using BpoDirectory.Search.Ranking;

namespace BpoDirectory.Search.Meaning;

/// <summary>A department that answers by meaning.</summary>
/// <param name="DepartmentId">The department.</param>
/// <param name="Value">How near it is; larger is better.</param>
/// <param name="Reason">The passage that is nearest.</param>
internal sealed record MeaningHit(int DepartmentId, double Value, MeaningPassage Reason);

/// <summary>How near a question is to what departments say.</summary>
/// <param name="Departments">All departments, nearest first.</param>
/// <param name="Margin">How much nearer it is to them than to what no department has to do with; see <see cref="MeaningWeights.Outside"/>.</param>
internal sealed record Nearness(IReadOnlyList<MeaningHit> Departments, double Margin);

/// <summary>All passages with their vectors, in memory: each text once, whoever says it.</summary>
internal sealed class MeaningIndex
{
    private readonly MeaningPassage[] _passages;
    private readonly int[] _texts;
    private readonly SentenceVector[] _vectors;
    private readonly SentenceVector[] _outside;

    /// <summary>An index of the passages whose vector is known.</summary>
    /// <param name="passages">The passages, those of a department one after the other.</param>
    /// <param name="vectors">The vectors by their texts.</param>
    /// <param name="outside">Vectors of what no department has to do with.</param>
    public MeaningIndex(IEnumerable<MeaningPassage> passages, IReadOnlyDictionary<string, SentenceVector> vectors, SentenceVector[] outside)
    {
        _outside = outside;
        var numbers = new Dictionary<string, int>();
        var known = new List<SentenceVector>();
        _passages = [.. passages.Where(passage => vectors.ContainsKey(passage.Text))];
        _texts = Array.ConvertAll(_passages, passage =>
        {
            if (!numbers.TryGetValue(passage.Text, out var number))
            {
                numbers[passage.Text] = number = known.Count;
                known.Add(vectors[passage.Text]);
            }
            return number;
        });
        _vectors = [.. known];
    }

    /// <summary>How near a question is to every department, and to what no department has to do with.</summary>
    public Nearness Compare(SentenceVector question)
    {
        var near = Array.ConvertAll(_vectors, vector => question.SimilarityTo(vector));
        var departments = new Dictionary<int, DepartmentNearness>();
        for (var i = 0; i < _passages.Length; i++)
        {
            var passage = _passages[i];
            if (!departments.TryGetValue(passage.DepartmentId, out var department))
                departments[passage.DepartmentId] = department = new DepartmentNearness();
            department.Add(passage, near[_texts[i]] * MeaningWeights.Weight(passage));
        }
        var ranked = departments.Select(pair => pair.Value.ToHit(pair.Key)).OrderByDescending(hit => hit.Value).ToList();
        var outside = Array.ConvertAll(_outside, subject => question.SimilarityTo(subject)).OrderDescending().Take(MeaningWeights.OutsideSubjects).DefaultIfEmpty(0).Average();
        var nearest = departments.Values.Select(department => department.Nearest).DefaultIfEmpty(0).Max();
        return new Nearness(ranked, nearest - (MeaningWeights.Outside * outside));
    }

    // What is near in a department: its nearest passage, and how near its others are, each function counted once.
    private sealed class DepartmentNearness
    {
        private readonly Dictionary<(MatchField, int, string), double> _values = [];
        private MeaningPassage? _reason;

        public double Nearest { get; private set; } = double.MinValue;

        public void Add(MeaningPassage passage, double value)
        {
            if (value > Nearest)
                (Nearest, _reason) = (value, passage);
            var subject = passage.FunctionId > 0 ? (MatchField.Function, passage.FunctionId, "") : (passage.Field, 0, passage.Text);
            _values[subject] = Math.Max(value, _values.GetValueOrDefault(subject, double.MinValue));
        }

        public MeaningHit ToHit(int departmentId)
        {
            var others = _values.Values.OrderDescending().Skip(1).Take(MeaningWeights.OthersCounted).DefaultIfEmpty(0).Average();
            return new MeaningHit(departmentId, Nearest + (MeaningWeights.Others * others), _reason!);
        }
    }
}
