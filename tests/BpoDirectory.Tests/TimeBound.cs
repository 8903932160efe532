using System.Diagnostics;

namespace BpoDirectory.Tests;

/// <summary>How long one piece of work may take.</summary>
internal static class TimeBound
{
    private const int Tries = 15;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(0.3);

    /// <summary>Asserts that the work is done within the bound: by its fastest try, for the machine may have other work.</summary>
    public static void AssertKept(Action work)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Tries && best > Bound; i++)
        {
            var started = Stopwatch.StartNew();
            work();
            best = started.Elapsed < best ? started.Elapsed : best;
        }
        Assert.InRange(best, TimeSpan.Zero, Bound);
    }
}
