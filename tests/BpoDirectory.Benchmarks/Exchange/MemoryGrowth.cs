using System.Diagnostics;

namespace BpoDirectory.Benchmarks.Exchange;

/// <summary>How much more memory this process has while it does something.</summary>
internal static class MemoryGrowth
{
    private const int LookEvery = 20;

    /// <summary>Does it, and answers by how much the resident memory was higher at its highest, in MB.</summary>
    public static async Task<double> WatchAsync(Func<Task> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (before, highest) = (process.WorkingSet64, process.WorkingSet64);
        var working = Task.Run(work);
        while (!working.IsCompleted)
        {
            await Task.WhenAny(working, Task.Delay(LookEvery));
            process.Refresh();
            highest = Math.Max(highest, process.WorkingSet64);
        }
        await working;
        return (highest - before) / 1e6;
    }
}
