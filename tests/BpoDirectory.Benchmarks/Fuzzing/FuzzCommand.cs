using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Api;
using BpoDirectory.Benchmarks.Generation;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Reporting;
using BpoDirectory.Components.Shared;
using BpoDirectory.Departments;
using BpoDirectory.Editing.Merge;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Search;
using BpoDirectory.Search.Text;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Benchmarks.Fuzzing;

/// <summary>Gives what takes texts from outside many hostile ones, and looks at how long each takes and what becomes of it.</summary>
internal static class FuzzCommand
{
    private const int LongestText = 20_000;
    private const int LongestQuestion = 200;
    private const double LongestTime = 0.3;

    // Whatever else the machine does takes time too: the fastest of a few tries counts.
    private const int Tries = 5;

    private static readonly string[] Markdown =
    [
        "[", "]", "(", ")", "![", "](", "](a)", "][a]", "[a]: b\n", "*", "**", "_", "`", "```\n", "~~~\n", "<", ">", "> ", "<a", "<!--",
        "&", "&amp;", "&#",
        "\\", "#", "# a\n", "- ", "* ", "1. ", "a", " ", "    ", "\t", "\n", "\n\n", "|", "|-|\n", "===\n", "---\n", "http://a.b/",
        "<http://a", "a@b", "\"", "'", ":",
    ];

    private static readonly string[] Words =
        ["a", "b", "the ", "of ", " ", ".", ",", "\n", "\n\n", "- ", "one ", "two\n", "é", "e\u0301", "🏦", "人", "\u200B"];

    private static readonly string[] Questions =
    [
        "payroll", "pay", "invoice ", "who ", "handles ", "not ", "&", " and ", "-", "'", "\"", "*", "(", ")", "r&d ", "3pl ", "IT ", " ",
        "é", "e\u0301", "人事", "١", "xx", "zq", "qqqqqqqq", "legal ", "contarct ", "/", ":", "\uD83D\uDE9A", "\u200B",
    ];

    private static readonly string[] Json =
        ["{", "}", "[", "]", "\"", "\"name\":", "\"aliases\":[", ",", ":", "null", "1", "1e999", "\"a\"", "\\u0000", "\\", " ", "true",
            "{\"sources\":"];

    public static async Task RunAsync(CommandLine line, Report report)
    {
        var (cases, seed) = (line.Number("cases", 100_000), line.Number("seed", 1));
        using var folder = new TemporaryFolder();
        await using var services = await DirectoryServices.OpenAsync(folder.Database);
        var search = services.GetRequiredService<DepartmentSearch>();
        search.Search(new SearchRequest { Text = "first" });

        var table = new Table(
            $"Hostile texts, {cases:N0} of each kind", new("kind", "kind"), new("wrong", "wrong"), new("slowest", "slowest ms", "N1"),
            new("length", "of length"));
        var kinds = new (string Name, string[] Pieces, int Longest, Func<HostileTexts, string, Func<string?>> Prepare)[]
        {
            ("markdown", Markdown, LongestText, (_, text) => () => Render(text)),
            ("comparison", Words, LongestText, PrepareComparison),
            ("merge", Words, LongestText, PrepareMerge),
            ("search", Questions, LongestQuestion, (_, text) => () => Ask(search, text)),
            ("json", Json, LongestText, (_, text) => () => Read(text)),
        };
        var wanted = line.Words("kinds") ?? [.. kinds.Select(kind => kind.Name)];
        if (wanted.Except(kinds.Select(kind => kind.Name)).FirstOrDefault() is { } unknown)
            throw new UsageException($"“{unknown}” is no kind of hostile text.");
        foreach (var (name, pieces, longest, prepare) in kinds.Where(kind => wanted.Contains(kind.Name)))
        {
            var result = Fuzz(new HostileTexts(new Dice(seed), pieces, longest), cases, prepare, report, name);
            table.Add(name, result.Wrong, result.Slowest.TotalMilliseconds, result.Length);
            report.AtMost($"{name}: wrong", result.Wrong, 0);
            report.AtMost($"{name}: seconds of the slowest", result.Slowest.TotalSeconds, LongestTime);
        }
        report.Add(table);
    }

    private static (int Wrong, TimeSpan Slowest, int Length) Fuzz(
        HostileTexts texts, int cases, Func<HostileTexts, string, Func<string?>> prepare, Report report, string kind)
    {
        var (wrong, slowest, length) = (0, TimeSpan.Zero, 0);
        for (var i = 0; i < cases; i++)
        {
            var text = texts.Next();
            var attempt = prepare(texts, text);
            var (fault, taken) = Timed(attempt);
            for (var more = 1; more < Tries && taken > slowest && taken.TotalSeconds > LongestTime; more++)
                taken = Timed(attempt).Taken is var again && again < taken ? again : taken;
            if (taken > slowest)
                (slowest, length) = (taken, text.Length);
            if (fault is null && taken.TotalSeconds <= LongestTime)
                continue;
            wrong += fault is null ? 0 : 1;
            var file = Path.Combine(Path.GetTempPath(), $"fuzz-{kind}-{i}.txt");
            // As it is in memory: what cannot be encoded must be found again too.
            File.WriteAllBytes(file, MemoryMarshal.AsBytes(text.AsSpan()));
            report.Note($"{kind}: {fault ?? $"took {taken.TotalSeconds:N2} s"}: {file}");
        }
        return (wrong, slowest, length);
    }

    private static (string? Fault, TimeSpan Taken) Timed(Func<string?> attempt)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var fault = attempt();
            return (fault, Stopwatch.GetElapsedTime(started));
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return ($"{error.GetType().Name}: {error.Message}", Stopwatch.GetElapsedTime(started));
        }
    }

    private static Func<string?> PrepareComparison(HostileTexts texts, string before)
    {
        var after = texts.Changed(before);
        return () => Compare(before, after);
    }

    private static Func<string?> PrepareMerge(HostileTexts texts, string original)
    {
        var (mine, theirs) = (texts.Changed(original), texts.Changed(original));
        return () => Merge(original, mine, theirs);
    }

    private static string? Render(string text)
    {
        var html = MarkdownHtml.Render(text, 3);
        PlainText.Paragraphs(text);
        return html.Contains("<script", StringComparison.OrdinalIgnoreCase)
            || html.Contains("href=\"javascript", StringComparison.OrdinalIgnoreCase)
            ? "what it says would run" : null;
    }

    private static string? Compare(string before, string after)
    {
        var pieces = TextComparison.Compare(before, after);
        return string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Added).Select(piece => piece.Text)) != before
            || string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Removed).Select(piece => piece.Text)) != after
            ? "the pieces are not the texts" : null;
    }

    private static string? Merge(string original, string mine, string theirs)
    {
        var merged = ContentMerge.Merge(DepartmentContent.Fields, Described(original), Described(mine), Described(theirs));
        return merged.Conflicts.Count == 0 && mine == original && merged.Content["description"]!.ToString() != theirs
            ? "their change is lost"
            : null;

        static JsonObject Described(string text) => new() { ["description"] = text };
    }

    private static string? Ask(DepartmentSearch search, string text)
    {
        var answer = search.Search(new SearchRequest { Text = text });
        return answer.Total < answer.Items.Count ? "more items than there are" : null;
    }

    private static string? Read(string text)
    {
        try
        {
            JsonSerializer.Deserialize<DepartmentBody>(Encoding.UTF8.GetBytes(text), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            // Refused, as most of it has to be.
        }
        return null;
    }
}
