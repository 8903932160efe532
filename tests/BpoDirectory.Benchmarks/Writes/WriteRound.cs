using System.Diagnostics;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Writes;

/// <summary>What several writers got done at once.</summary>
internal sealed record WriteRound(double PerSecond, double P50, double P99)
{
    /// <summary>Lets each writer edit, wait for the acknowledgement and edit again, for so many seconds.</summary>
    /// <param name="edit">Makes one edit of the writer with this number.</param>
    /// <param name="writers">How many writers there are.</param>
    /// <param name="seconds">After this time no edit begins any more.</param>
    public static async Task<WriteRound> RunAsync(Func<int, Task> edit, int writers, double seconds)
    {
        var started = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
            {
                var begun = Stopwatch.GetTimestamp();
                await edit(writer);
                own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
            return own;
        })));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        double[] sorted = [.. times.SelectMany(own => own).Order()];
        ReadOnlySpan<double> all = sorted;
        return new WriteRound(sorted.Length / elapsed, all.Percentile(0.5), all.Percentile(0.99));
    }
}
