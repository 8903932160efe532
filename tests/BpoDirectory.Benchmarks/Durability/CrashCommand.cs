using System.Globalization;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Durability;

/// <summary>Kills the program in the middle of edits, again and again, and looks for what was acknowledged and is gone.</summary>
internal static class CrashCommand
{
    private const int Writers = 8;

    public static async Task RunAsync(CommandLine line, Report report)
    {
        var (cycles, seed) = (line.Number("cycles", 200), line.Number("seed", 1));
        var dice = new Random(seed);
        using var folder = new TemporaryFolder();
        var program = await PublishedProgram.GetAsync(line, folder.Path);
        using var database = await EditedDatabase.CreateAsync(Writers);
        var (acknowledged, lost, faulty, doubled, unexpected) = (0, 0, 0, 0, 0);
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            var editors = await EditUntilKilledAsync(program, database, TimeSpan.FromMilliseconds(dice.Next(50, 800)));
            var revisions = database.Revisions();
            var saved = editors.SelectMany(editor => editor.Saved).ToList();
            acknowledged += saved.Count;
            lost += saved.Count(edit => !revisions[(edit.Slug, edit.Version)].Contains(edit.Note));
            doubled += revisions.Count(revision => revision.Count() != 1)
                + database.Departments().Count(department => Enumerable.Range(1, department.Value.Version)
                    .Count(version => revisions.Contains((department.Key, version))) is var kept && kept != department.Value.Version
                        && kept > 0);
            faulty += (await database.FaultsAsync()).Length > 0 ? 1 : 0;
            unexpected += editors.Sum(editor => editor.Unexpected.Count);
            if (cycle % 20 == 0)
                Console.Error.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"# {cycle} kills, {acknowledged:N0} edits acknowledged"));
        }

        report.Note(string.Create(
            CultureInfo.InvariantCulture, $"{cycles} kills in the middle of edits, {acknowledged:N0} edits acknowledged"));
        report.AtLeast("edits acknowledged", acknowledged, cycles);
        report.AtMost("acknowledged edits lost", lost, 0);
        report.AtMost("versions without exactly one revision", doubled, 0);
        report.AtMost("databases or indexes found damaged", faulty, 0);
        report.AtMost("answers other than 200 and 412", unexpected, 0);
    }

    private static async Task<List<ApiEditor>> EditUntilKilledAsync(PublishedProgram program, EditedDatabase database, TimeSpan life)
    {
        using var server = program.Start(database.Folder, core: null);
        await server.AnswersAsync("/health/ready");
        var editors = database.Slugs.Select((_, number) => new ApiEditor(server.Address, database.Token, $"{server.Port}-{number}"))
            .ToList();
        var edits = editors.Zip(database.Slugs, (editor, slug) => Task.Run(() => EditUntilGoneAsync(editor, slug))).ToList();
        // The first edits of a program take longest; the kill is to come when they are under way at full speed.
        await Task.WhenAny(editors.Select(editor => editor.First));
        await Task.Delay(life);
        server.Dispose();
        await Task.WhenAll(edits);
        editors.ForEach(editor => editor.Dispose());
        return editors;
    }

    private static async Task EditUntilGoneAsync(ApiEditor editor, string slug)
    {
        try
        {
            while (true)
                await editor.EditAsync(slug);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // The end that this is about.
        }
    }
}
