using System.Globalization;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Exchange.Import.Files;
using BpoDirectory.Operations;

namespace BpoDirectory.Exchange.Import;

/// <summary>Imports a table from the command line, beside the running program.</summary>
public sealed class ImportCommand(ImportDesk desk, ImportStore store, AccountAdministration accounts, ImportLimits limits)
{
    private const int Right = 0;
    private const int Refused = 1;
    private const int WrongRows = 2;
    private const int MostListed = 100;
    private const string Counted = "rows";

    /// <summary>Runs the command.</summary>
    /// <returns>
    /// 0 when all rows are right, 1 when nothing could be imported, 2 when some rows are wrong; the right ones are imported then.
    /// </returns>
    /// <exception cref="SettingException">A setting of the command is missing or wrong.</exception>
    public async Task<int> RunAsync(CommandLine line)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(limits.Minutes));
        try
        {
            return await RunAsync(line, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return await RefuseAsync($"It took longer than {limits.Minutes} minutes and was ended: nothing was imported. Divide the table into several.");
        }
        catch (Exception refused) when (refused
            is TableRefusedException or ImportRefusedException or DirectoryRuleException or NotAllowedException or NotKeptException)
        {
            return await RefuseAsync(refused.Message);
        }
    }

    private async Task<int> RunAsync(CommandLine line, CancellationToken cancellation)
    {
        var (path, isDry) = (line.File!, line.Flags.Contains(CommandLine.DryRunFlag));
        if (!File.Exists(path))
            throw new SettingException($"There is no file “{path}”.");
        var importer = desk.Importers.FirstOrDefault(known => known.Plural == (line.Find("kind") ?? known.Plural))
            ?? throw new SettingException($"--kind is “{line.Find("kind")}”. Allowed: {string.Join(", ", desk.Importers.Select(known => known.Plural))}.");
        var actor = await accounts.FindAsync(line.Require("user"));
        await store.DemandEditorAsync(actor, cancellation);

        var (file, options) = desk.Open(importer.Type, path, Path.GetFileName(path), cancellation);
        options = Choose(line, importer, file, options);
        if (options.Format != file.Format)
            file = desk.Open(path, options.Format, cancellation);
        foreach (var notice in file.Notices)
            await Console.Out.WriteLineAsync(notice);
        await TellColumnsAsync(importer, file, options);
        var comparison = await CompareAsync(importer, path, options, cancellation);
        await TellAsync(comparison, file);
        var wrong = comparison.Count(ImportRowState.Wrong);
        var right = comparison.Count(ImportRowState.New) + comparison.Count(ImportRowState.Changed);
        if (!isDry && right > 0)
        {
            var result = await ApplyAsync(actor, importer, path, comparison, cancellation);
            await Console.Out.WriteLineAsync($"Imported: {result.Added} new, {result.Changed} changed. It can be undone at /admin/import/{result.ImportId}.");
        }
        else
        {
            await Console.Out.WriteLineAsync(isDry ? "Only compared: nothing was imported." : "There was nothing to import.");
        }
        return wrong > 0 ? WrongRows : Right;
    }

    private static async Task<ImportComparison> CompareAsync(
        TableImporter importer, string path, ImportOptions options, CancellationToken cancellation)
    {
        using var progress = new CommandProgress(Counted);
        return await importer.CompareAsync(path, options, progress.Report, cancellation);
    }

    private async Task<ImportResult> ApplyAsync(
        Actor actor, TableImporter importer, string path, ImportComparison comparison, CancellationToken cancellation)
    {
        using var progress = new CommandProgress(Counted);
        return await desk.ApplyAsync(actor, importer.Type, Path.GetFileName(path), comparison, progress.Report, cancellation);
    }

    private static ImportOptions Choose(CommandLine line, TableImporter importer, TableFile file, ImportOptions options)
    {
        var format = options.Format;
        if (line.Find("encoding") is { } encoding)
            format = format with
            {
                Encoding = TextEncodings.Names.FirstOrDefault(known => known.Equals(encoding, StringComparison.OrdinalIgnoreCase))
                    ?? throw new SettingException($"--encoding is “{encoding}”. Allowed: {string.Join(", ", TextEncodings.Names)}."),
            };
        if (line.Find("sheet") is { } sheet)
            format = format with
            {
                Sheet = file.Sheets.FirstOrDefault(known => known == sheet)
                    ?? throw new SettingException($"--sheet is “{sheet}”. Allowed: {string.Join(", ", file.Sheets)}."),
            };
        if (line.Flags.Contains(CommandLine.RepairFlag))
            format = format with { RepairsLetters = true };
        var columns = new Dictionary<int, string>(options.Columns);
        foreach (var pair in (line.Find("columns") ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Map(pair, importer, file, columns);
        var forAll = new Dictionary<string, string>(options.ForAll);
        foreach (var needed in importer.Needed)
            if (line.Find(needed.Column.Name) is { } text)
                forAll[needed.Column.Name] = text;
        return options with { Format = format, Columns = columns, ForAll = forAll };
    }

    // “2=name” or “Bezeichnung=name”; “2=” takes the column out.
    private static void Map(string pair, TableImporter importer, TableFile file, Dictionary<int, string> columns)
    {
        var at = pair.LastIndexOf('=');
        var (from, to) = at < 0 ? (pair, "") : (pair[..at], pair[(at + 1)..]);
        var column = int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? file.Columns.FirstOrDefault(known => known.Index == number - 1)
            : file.Columns.FirstOrDefault(known => known.Heading.Equals(from, StringComparison.OrdinalIgnoreCase));
        if (column is null || at < 0)
            throw new SettingException($"--columns has “{pair}”. Allowed: pairs such as 2=name, of a column of the file (its number or heading) and what it holds.");
        columns.Remove(column.Index);
        if (to.Length == 0)
            return;
        var known = importer.Columns.FirstOrDefault(known => known.Answers(to))
            ?? throw new SettingException($"--columns has “{to}”. Allowed: {string.Join(", ", importer.Columns.Select(known => known.Name))}.");
        foreach (var other in columns.Where(other => other.Value == known.Name).Select(other => other.Key).ToList())
            columns.Remove(other);
        columns[column.Index] = known.Name;
    }

    private static async Task TellColumnsAsync(TableImporter importer, TableFile file, ImportOptions options)
    {
        foreach (var column in file.Columns)
            if (options.Columns.TryGetValue(column.Index, out var name))
                await Console.Out.WriteLineAsync(
                    $"Column {column.Index + 1}, {column.Heading}: {importer.Columns.Single(known => known.Name == name).Label}");
        foreach (var needed in importer.Unanswered(options))
            await Console.Out.WriteLineAsync(
                $"No column holds “{needed.Column.Label}”: every new {importer.Noun} needs it. Say it for all of them with " +
                $"{string.Join(" or ", needed.Choices.Select(choice => $"--{needed.Column.Name} {choice.Text}"))}.");
        if (file.Repairs is [var repair, ..] && !options.Format.RepairsLetters)
            await Console.Out.WriteLineAsync($"Some letters seem to have been read wrongly before, as in “{repair.Before}”. {CommandLine.RepairFlag} makes it “{repair.After}”.");
    }

    private static async Task TellAsync(ImportComparison comparison, TableFile file)
    {
        foreach (var notice in comparison.Notices)
            await Console.Out.WriteLineAsync(notice);
        await Console.Out.WriteLineAsync(
            $"{file.Rows} rows: {comparison.Count(ImportRowState.New)} new, {comparison.Count(ImportRowState.Changed)} changed, " +
            $"{comparison.Count(ImportRowState.Unchanged)} unchanged, {comparison.Count(ImportRowState.Wrong)} wrong");
        var wrong = comparison.Rows.Where(row => row.State == ImportRowState.Wrong).ToList();
        foreach (var row in wrong.Take(MostListed))
            foreach (var problem in row.Problems)
                await Console.Error.WriteLineAsync($"Row {row.Number}{(row.Title.Length > 0 ? $", {row.Title}" : "")}: {(problem.Label.Length > 0 ? problem.Label + ": " : "")}{problem.Message}");
        if (wrong.Count > MostListed)
            await Console.Error.WriteLineAsync($"And {wrong.Count - MostListed} more wrong rows.");
        var noted = comparison.Rows.Where(row => row is { State: not ImportRowState.Wrong, Notes.Count: > 0 }).ToList();
        foreach (var row in noted.Take(MostListed))
            await Console.Out.WriteLineAsync($"Row {row.Number}, {Rules.WithoutHidden(row.Title)}: {string.Join(' ', row.Notes)}");
        if (noted.Count > MostListed)
            await Console.Out.WriteLineAsync($"And {noted.Count - MostListed} more rows with notes.");
    }

    private static async Task<int> RefuseAsync(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return Refused;
    }
}
