using System.Globalization;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Http;

/// <summary>What the directory promises of its speed.</summary>
internal static class HttpBounds
{
    private const int Large = 100_000;
    private const int Middle = 10_000;

    public static void Check(IReadOnlyList<HttpSamples> measured, Report report)
    {
        foreach (var samples in measured)
        {
            var size = samples.Size.ToString("N0", CultureInfo.InvariantCulture);
            report.AtMost($"answers that failed at {size}", samples.Failures, 0);
            // A small database is all in the ceiling's own cache.
            if (samples.Size >= Middle)
                AtLeast($"item JSON over its ceiling at {size}", samples, HttpCases.Item, Target.Ceiling, 0.5, report);
            AtLeast($"filtered list JSON over a ceiling that counts nothing at {size}", samples, HttpCases.List, Target.Ceiling, 0.5,
                report);
            if (samples.Has(HttpCases.DepartmentPage) && samples.Has(HttpCases.Item))
                report.AtLeast(
                    $"department page over item JSON at {size}",
                    samples.Ratio(HttpCases.DepartmentPage, Target.Product, HttpCases.Item, Target.Product), 0.2);
            else
                report.Skip($"department page over item JSON at {size}", "not measured");
            foreach (var repeat in HttpCases.Repeats)
                AtLeast($"{repeat} over a fixed text of the same length at {size}", samples, repeat, Target.Fixed, 0.4, report);
        }
        if (measured.FirstOrDefault(samples => samples.Size >= Large) is { } large)
            CheckLarge(large, measured.FirstOrDefault(samples => samples.Size == Middle), report);
    }

    private static void CheckLarge(HttpSamples large, HttpSamples? middle, Report report)
    {
        var size = large.Size.ToString("N0", CultureInfo.InvariantCulture);
        foreach (var search in HttpCases.Searches.Where(large.Has))
            report.Below($"p99 of search ({search}) in ms at {size}", large.Median(search, Target.Product, s => s.Load.P99), 150);
        AtLeast($"common term over plain bm25() at {size}", large, HttpCases.Common, Target.Ceiling, 6, report);

        var growth = $"time of a rare term, {size} over {Middle.ToString("N0", CultureInfo.InvariantCulture)}";
        if (middle is not null && middle.Has(HttpCases.Rare) && large.Has(HttpCases.Rare))
            report.AtMost(growth, middle.PerSecond(HttpCases.Rare) / large.PerSecond(HttpCases.Rare), 4);
        else
            report.Skip(growth, "not measured");
    }

    private static void AtLeast(string name, HttpSamples samples, string key, Target other, double bound, Report report)
    {
        if (samples.Has(key))
            report.AtLeast(name, samples.Ratio(key, Target.Product, key, other), bound);
        else
            report.Skip(name, "not measured");
    }
}
