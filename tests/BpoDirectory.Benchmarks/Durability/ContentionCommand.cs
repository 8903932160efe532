using System.Diagnostics;
using System.Globalization;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Durability;

/// <summary>Lets many writers count in the same few departments at once, each from what it read last.</summary>
internal static class ContentionCommand
{
    private const int Departments = 5;

    public static async Task RunAsync(CommandLine line, Report report)
    {
        var (writers, seconds) = (line.Number("writers", 50), line.Decimal("seconds", 60));
        using var folder = new TemporaryFolder();
        var program = await PublishedProgram.GetAsync(line, folder.Path);
        using var database = await EditedDatabase.CreateAsync(Departments);
        List<ApiEditor> editors;
        using (var server = program.Start(database.Folder, core: null))
        {
            await server.AnswersAsync("/health/ready");
            editors = [.. Enumerable.Range(0, writers).Select(number => new ApiEditor(server.Address, database.Token, $"writer {number}"))];
            var started = Stopwatch.GetTimestamp();
            await Task.WhenAll(editors.Select((editor, number) => Task.Run(async () =>
            {
                while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
                    await editor.EditAsync(database.Slugs[number % Departments]);
            })));
        }

        var (saved, refused) = (editors.Sum(editor => editor.Saved.Count), editors.Sum(editor => editor.Refused));
        var (present, revisions) = (database.Departments(), database.Revisions());
        var counted = database.Slugs.Sum(slug => int.Parse(present[slug].Summary.Split(' ')[^1], CultureInfo.InvariantCulture));
        report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{writers} writers for {seconds} s: {saved:N0} edits saved, {refused:N0} told that somebody else was first"));
        report.AtMost("answers other than 200 and 412", editors.Sum(editor => editor.Unexpected.Count), 0);
        report.AtMost("updates lost, by the count in the departments", saved - counted, 0);
        report.AtMost(
            "edits without exactly one revision",
            editors.SelectMany(editor => editor.Saved).Count(edit => revisions[(edit.Slug, edit.Version)].SingleOrDefault() != edit.Note),
            0);
        report.AtMost("databases or indexes found damaged", (await database.FaultsAsync()).Length, 0);
        foreach (var answer in editors.SelectMany(editor => editor.Unexpected).Distinct().Take(3))
            report.Note(answer);
        editors.ForEach(editor => editor.Dispose());
    }
}
