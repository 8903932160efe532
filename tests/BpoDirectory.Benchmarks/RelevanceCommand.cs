using BpoDirectory.Catalog;
using BpoDirectory.Data;
using BpoDirectory.Search;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Benchmarks;

/// <summary>Asks questions with known answers of a new directory with the built-in catalog.</summary>
internal static class RelevanceCommand
{
    public static async Task<int> RunAsync(string file)
    {
        var folder = Directory.CreateTempSubdirectory("bpo-relevance-");
        try
        {
            await using var services = new ServiceCollection()
                .AddDirectoryDatabase(Path.Combine(folder.FullName, "directory.db"))
                .AddSingleton(TimeProvider.System)
                .AddSingleton<DirectoryDatabase>().AddSingleton<CatalogLoader>().AddSingleton<SearchState>().AddSingleton<DepartmentSearch>()
                .BuildServiceProvider();
            await services.GetRequiredService<DirectoryDatabase>().OpenAsync();
            await services.GetRequiredService<CatalogLoader>().LoadIntoNewDatabaseAsync(SearchIndex.RebuildAsync);

            var search = services.GetRequiredService<DepartmentSearch>();
            var answers = new List<(Question Question, IReadOnlyList<string> Names)>();
            foreach (var question in Question.ReadAll(file))
            {
                var answer = search.Search(new SearchRequest { Text = question.Text });
                answers.Add((question, [.. answer.OutsourcingTypes.Select(t => t.Name), .. answer.Items.Select(i => i.Name)]));
            }
            Report(answers);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Report(List<(Question Question, IReadOnlyList<string> Names)> answers)
    {
        Console.WriteLine($"{"kind",-10} {"asked",5} {"hit@1",6} {"strict",6} {"hit@3",6} {"none",6}");
        foreach (var group in answers.GroupBy(a => a.Question.Kind).Append(answers.GroupBy(_ => "all").Single()))
        {
            var positive = group.Where(a => a.Question.Expected.Count > 0).ToList();
            var negative = group.Where(a => a.Question is { Expected.Count: 0, MayBeNone: true }).ToList();
            Console.WriteLine(
                $"{group.Key,-10} {group.Count(),5} {Ratio(positive, a => IsHit(a, 1)),6} {Ratio(positive, IsStrict),6} {Ratio(positive, a => IsHit(a, 3)),6} {Ratio(negative, a => a.Names.Count == 0),6}");
        }
        foreach (var (question, names) in answers.Where(a => !IsHit(a, 1) || !IsStrict(a)))
            Console.WriteLine(
                $"{(IsHit((question, names), 1) ? "not strict" : IsHit((question, names), 3) ? "not first" : "MISS"),-10} [{question.Kind}] {question.Text} → {string.Join(" | ", names.Take(4))} (expected {string.Join(" | ", question.Expected)})");
    }

    private static string Ratio<T>(List<T> all, Func<T, bool> good) =>
        all.Count == 0 ? "-" : ((double)all.Count(good) / all.Count).ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsHit((Question Question, IReadOnlyList<string> Names) a, int first) =>
        a.Question.IsSafetyOnly || (a.Names.Count == 0 ? a.Question.MayBeNone : a.Names.Take(first).Any(a.Question.Expected.Contains));

    private static bool IsStrict((Question Question, IReadOnlyList<string> Names) a) =>
        a.Question.IsSafetyOnly || (a.Names.Count == 0 ? a.Question.MayBeNone : a.Question.Expected.Count > 0 && a.Names[0] == a.Question.Expected[0]);
}
