using BpoDirectory.Benchmarks.Load;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Http;

/// <summary>Who is asked.</summary>
internal enum Target
{
    Product,

    /// <summary>The rows, by prepared commands.</summary>
    Ceiling,

    /// <summary>A fixed text as long as the directory's answer.</summary>
    Fixed,

    /// <summary>A fixed text of a few bytes.</summary>
    Short,
}

/// <summary>One measurement: what the load generator saw, and the processor time the server used.</summary>
internal sealed record Sample(LoadResult Load, TimeSpan ServerTime)
{
    /// <summary>Processor time of the server for one answer, in microseconds.</summary>
    public double MicrosecondsPerAnswer => ServerTime.TotalMicroseconds / Math.Max(1, Load.All);
}

/// <summary>All measurements of one size, round by round.</summary>
internal sealed class HttpSamples(int size)
{
    private readonly Dictionary<(string Case, Target Target), List<Sample>> _samples = [];

    public int Size => size;

    public void Add(string key, Target target, Sample sample)
    {
        if (!_samples.TryGetValue((key, target), out var rounds))
            _samples[(key, target)] = rounds = [];
        rounds.Add(sample);
    }

    public IReadOnlyList<Sample> Of(string key, Target target = Target.Product) => _samples.GetValueOrDefault((key, target)) ?? [];

    /// <summary>Answers of the directory that were not good, over all cases and rounds.</summary>
    public long Failures =>
        _samples.Where(samples => samples.Key.Target == Target.Product).Sum(samples => samples.Value.Sum(sample => sample.Load.Failures));

    public bool Has(string key) => Of(key).Count > 0;

    /// <summary>The median over the rounds; NaN when nothing was measured.</summary>
    public double Median(string key, Target target, Func<Sample, double> figure) => Of(key, target).Select(figure).Median();

    /// <summary>Answers per second; NaN when nothing was measured.</summary>
    public double PerSecond(string key, Target target = Target.Product) => Median(key, target, sample => sample.Load.PerSecond);

    /// <summary>The median of each round's ratio of two answer rates.</summary>
    public double Ratio(string key, Target target, string otherKey, Target otherTarget) =>
        Of(key, target).Zip(Of(otherKey, otherTarget), (one, other) => one.Load.PerSecond / other.Load.PerSecond).Median();

    /// <summary>The same from processor time, which other programs on the machine disturb less.</summary>
    public double RatioByProcessor(string key, Target other) =>
        Of(key).Zip(Of(key, other), (product, ceiling) => ceiling.MicrosecondsPerAnswer / product.MicrosecondsPerAnswer).Median();
}
