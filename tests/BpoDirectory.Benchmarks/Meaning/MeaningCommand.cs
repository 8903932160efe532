using System.Diagnostics;
using BpoDirectory.Benchmarks.Reporting;
using BpoDirectory.Search;
using BpoDirectory.Search.Meaning;

namespace BpoDirectory.Benchmarks.Meaning;

/// <summary>How long one core compares a question with as many passages as are ever compared.</summary>
internal static class MeaningCommand
{
    private const int PassagesOfDepartment = 10;
    private const double LongestMilliseconds = 30;

    public static Task RunAsync(CommandLine line, Report report)
    {
        var random = new Random(line.Number("seed", 1));
        var (count, rounds) = (line.Number("passages", MeaningIndexer.MostTexts), line.Number("rounds", 50));
        var vectors = Enumerable.Range(0, count).ToDictionary(number => $"passage {number}", _ => Vector(random));
        var passages = vectors.Keys.Select((text, number) =>
            new MeaningPassage(number / PassagesOfDepartment, MatchField.Responsibility, text, text));
        var index = new MeaningIndex(passages, vectors, [.. Enumerable.Range(0, 130).Select(_ => Vector(random))]);

        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var question = Vector(random);
            var started = Stopwatch.GetTimestamp();
            index.Compare(question);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        var table = new Table(
            "Search by meaning", new("passages", "passages"), new("median", "median ms", "N1"), new("p99", "p99 ms", "N1"));
        table.Add(count, times[times.Count / 2], times[(int)(times.Count * 0.99)]);
        report.Add(table);
        report.AtMost("median ms of a question", times[times.Count / 2], LongestMilliseconds);
        return Task.CompletedTask;
    }

    private static SentenceVector Vector(Random random)
    {
        var numbers = new float[SentenceModel.Dimensions];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (float)(random.NextDouble() - 0.5);
        var length = MathF.Sqrt(numbers.Sum(number => number * number));
        return SentenceVector.Round([.. numbers.Select(number => number / length)]);
    }
}
