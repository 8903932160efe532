using System.Diagnostics;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Reporting;
using BpoDirectory.Search;
using BpoDirectory.Search.Meaning;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Benchmarks.Relevance;

/// <summary>Asks questions with known answers of a new directory with the built-in catalog.</summary>
internal static class RelevanceCommand
{
    private static readonly string Questions =
        Path.Combine(Repository.Root, "tests", "BpoDirectory.Benchmarks", "Relevance", "questions.tsv");

    public static async Task RunAsync(CommandLine line, Report report)
    {
        var file = line.Values is [var named, ..] ? named : Questions;
        var answers = await AskAsync(Question.ReadAll(file), isMeaningOn: line.Text("meaning") != "off");
        var all = new RelevanceScore(answers);

        report.Add(Kinds(file, answers));
        if (Misses(answers) is { Rows.Count: > 0 } misses)
            report.Add(misses);
        report.AtLeast("hit@1", all.HitAt1, line.Decimal("hit1", 0.95));
        report.AtLeast("strict", all.Strict, line.Decimal("strict", 0.85));
        report.AtLeast("hit@3", all.HitAt3, line.Decimal("hit3", 0.98));
        report.AtLeast("none", all.None, 1);
        report.AtLeast("hostile questions answered safely, within a second", all.Safe, 1);
    }

    private static async Task<List<Answered>> AskAsync(IReadOnlyList<Question> questions, bool isMeaningOn)
    {
        using var folder = new TemporaryFolder();
        await using var services = await DirectoryServices.OpenAsync(folder.Database);
        var search = services.GetRequiredService<DepartmentSearch>();
        if (isMeaningOn)
            await services.GetRequiredService<MeaningIndexer>().UpdateAsync(CancellationToken.None);
        // The first question of all waits for the catalog to be read, which is not the question's doing.
        search.Search(new SearchRequest { Text = "first" });

        var answers = new List<Answered>();
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                var answer = search.Search(new SearchRequest { Text = question.Text });
                string[] names = [.. answer.OutsourcingTypes.Select(t => t.Name), .. answer.Items.Select(i => i.Name)];
                answers.Add(new Answered(
                    question, names, answer.Items.Any(item => item.Match?.By == MatchKind.Meaning), Stopwatch.GetElapsedTime(started),
                    null));
            }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
            catch (Exception error)
#pragma warning restore CA1031
            {
                answers.Add(new Answered(question, [], false, Stopwatch.GetElapsedTime(started), error.Message));
            }
        }
        return answers;
    }

    private static Table Kinds(string file, List<Answered> answers)
    {
        var table = new Table(
            $"Relevance of {Path.GetFileName(file)}",
            new("kind", "kind"), new("asked", "asked"), new("hitAt1", "hit@1", "0.000"), new("strict", "strict", "0.000"),
            new("hitAt3", "hit@3", "0.000"),
            new("none", "none", "0.000"), new("byMeaning", "by meaning"), new("results", "results", "N1"), new("mostResults", "most"),
            new("safe", "safe", "0.000"), new("slowest", "slowest ms", "N1"));
        foreach (var kind in answers.GroupBy(a => a.Question.Kind).Append(answers.GroupBy(_ => "all").Single()))
        {
            var score = new RelevanceScore([.. kind]);
            table.Add(kind.Key, score.Asked, score.HitAt1, score.Strict, score.HitAt3, score.None, score.ByMeaning, score.Results,
                score.MostResults, score.Safe, score.Slowest.TotalMilliseconds);
        }
        return table;
    }

    private static Table Misses(List<Answered> answers)
    {
        var table = new Table(
            "Not as expected", new("what", "what"), new("kind", "kind"), new("question", "question"), new("answers", "answers"),
            new("expected", "expected"));
        foreach (var answer in answers.Where(a => !a.IsHit(1) || !a.IsStrict || !a.IsSafe))
            table.Add(
                answer.Error is not null
                    ? "ERROR"
                    : !answer.IsSafe ? "SLOW" : answer.IsHit(1) ? "not strict" : answer.IsHit(3) ? "not first" : "MISS",
                answer.Question.Kind, answer.Question.Text,
                answer.Error ?? (answer.IsByMeaning ? "~ " : "") + string.Join(" | ", answer.Names.Take(4)),
                string.Join(" | ", answer.Question.Expected));
        return table;
    }
}
