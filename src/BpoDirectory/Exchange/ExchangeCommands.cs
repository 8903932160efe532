using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Exchange.Export;
using BpoDirectory.Exchange.WholeDirectory;
using BpoDirectory.Functions;
using BpoDirectory.Operations;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange;

/// <summary>What whoever runs the program exports and takes over on the command line. They see everything.</summary>
public sealed class ExchangeCommands(
    DepartmentExport departments, DirectoryExport everything, DirectoryImport import, EntryWorkList lists,
    BusinessFunctionEditing functions, IDbContextFactory<DirectoryDbContext> contexts, AccountAdministration accounts)
{
    private const string Departments = "departments";
    private const string Functions = "functions";

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="SettingException">A setting of the command is missing or wrong.</exception>
    public async Task<int> RunAsync(CommandLine line, CancellationToken cancellation = default)
    {
        try
        {
            if (line.Command == CommandLine.ImportEverything)
                await ImportAsync(line, cancellation);
            else if (line.Flags.Contains(CommandLine.EverythingFlag))
                await WriteAsync(line.File!, "entries", (file, progress) =>
                    everything.WriteAsync(file, line.Flags.Contains(CommandLine.RevisionsFlag), progress, cancellation));
            else
                await ExportTableAsync(line, cancellation);
            return 0;
        }
        catch (Exception refused) when (refused
            is DirectoryRuleException or NotAllowedException or NotKeptException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private async Task ImportAsync(CommandLine line, CancellationToken cancellation)
    {
        var (path, actor) = (line.File!, await accounts.FindAsync(line.Require("user")));
        await using var file = File.OpenRead(path);
        using var progress = new CommandProgress("entries");
        var outcome = await import.ImportAsync(actor, file, progress, cancellation);
        await Console.Out.WriteLineAsync($"{path}: {outcome.Created} new, {outcome.Changed} changed, {outcome.Unchanged} unchanged.");
        foreach (var note in outcome.Notes)
            await Console.Out.WriteLineAsync(note);
    }

    private async Task ExportTableAsync(CommandLine line, CancellationToken cancellation)
    {
        var path = line.File!;
        var format = FormatOf(line, path);
        switch (line.Find("kind") ?? Departments)
        {
            case Departments:
                var chosen = Choose(Tables.Departments, line);
                var ids = await departments.ListAsync(ListFilter.Parse(line.Find("filter")), cancellation);
                await WriteAsync(path, Departments, (file, progress) => TableExport.WriteAsync(
                    file, format, chosen, departments.ReadAsync(ids, evenArchived: true, cancellation), Audience.Editors, progress,
                    cancellation));
                break;
            case Functions when line.Find("filter") is null:
                await WriteAsync(path, Functions, (file, progress) => TableExport.WriteAsync(
                    file, format, Choose(Tables.Functions, line),
                    FunctionExport.ReadAsync(lists, functions, contexts, new EntryFilter("", false), cancellation),
                    Audience.Editors, progress, cancellation));
                break;
            case Functions:
                throw new SettingException($"--filter is for {Departments}: functions are exported all together.");
            case var other:
                throw new SettingException($"--kind is “{other}”. Allowed: {Departments}, {Functions}.");
        }
    }

    private static IReadOnlyList<TableColumn> Choose(TableColumns columns, CommandLine line)
    {
        var chosen = columns.Choose(line.Find("columns"), out var unknown);
        return unknown is null
            ? chosen
            : throw new SettingException($"--columns names “{unknown}”. Allowed: {string.Join(", ", columns.All.Select(column => column.Name))}.");
    }

    private static ExportFormat FormatOf(CommandLine line, string path) =>
        Enum.GetValues<ExportFormat>()
            .Where(format =>
                format.ToExtension() == (line.Find("format") is { } named ? "." + named : Path.GetExtension(path).ToLowerInvariant()))
            .Select(format => (ExportFormat?)format).SingleOrDefault()
        ?? throw new SettingException($"What kind of file is {path}? Let its name end with .csv, .xlsx or .json, or say --format csv, xlsx or json.");

    // Whole or not at all: what is there under the name stays until the new file is written.
    private static async Task WriteAsync(string path, string noun, Func<Stream, IProgress<int>, Task> write)
    {
        var part = path + ".part";
        try
        {
            using (var progress = new CommandProgress(noun))
            {
                await using var file = File.Create(part, 64 * 1024);
                await write(file, progress);
            }
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
        await Console.Out.WriteLineAsync($"{path}: written, {new FileInfo(path).Length} bytes.");
    }
}
