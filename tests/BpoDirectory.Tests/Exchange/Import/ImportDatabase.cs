using System.Text;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Exchange.Import;
using BpoDirectory.Operations;
using BpoDirectory.Tests.Editing;
using Microsoft.Extensions.Logging.Abstractions;

namespace BpoDirectory.Tests.Exchange.Import;

/// <summary>The built-in catalog, somebody who may edit it, and tables to import.</summary>
public sealed class ImportDatabase : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    public EditingDatabase Editing { get; } = new();

    public Actor Ada => Editing.Ada;

    public ImportStore Store { get; private set; } = null!;

    public ImportDesk Desk { get; private set; } = null!;

    public TestClock Clock { get; } = new();

    public DataFolder Data => new(_folder.Path);

    public async Task InitializeAsync()
    {
        await Editing.InitializeAsync();
        var limits = new ImportLimits();
        Store = new ImportStore(
            Data, limits, Editing.Catalog.Contexts, Editing.Catalog.Gate, Editing.Get<AccountRights>(), Editing.Get<AuditTrail>(), Clock,
            NullLogger<ImportStore>.Instance);
        Desk = new ImportDesk([Editing.Get<DepartmentImporter>(), Editing.Get<FunctionImporter>()], Store, limits);
    }

    public async Task DisposeAsync()
    {
        await Editing.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Compares a table of departments with the directory, with an office for all rows that say none.</summary>
    public async Task<ImportComparison> CompareAsync(
        string text, EntryType type = EntryType.Department, Func<ImportOptions, ImportOptions>? choose = null)
    {
        var (path, options) = await OpenAsync(text, type, choose);
        return await Desk.ImporterOf(type).CompareAsync(path, options, _ => { }, CancellationToken.None);
    }

    /// <summary>The wrong rows of a table, as they are downloaded.</summary>
    public async Task<string> WrongRowsAsync(string text, Func<ImportOptions, ImportOptions>? choose = null)
    {
        var (path, options) = await OpenAsync(text, EntryType.Department, choose);
        var importer = Desk.ImporterOf(EntryType.Department);
        var comparison = await importer.CompareAsync(path, options, _ => { }, CancellationToken.None);
        using var file = new MemoryStream();
        await WrongRows.WriteAsync(file, path, options, importer, comparison, CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    /// <summary>Imports all right rows.</summary>
    public Task<ImportResult> ApplyAsync(ImportComparison comparison, EntryType type = EntryType.Department, Actor? by = null) =>
        Desk.ApplyAsync(by ?? Ada, type, "units.csv", comparison, _ => { }, CancellationToken.None);

    /// <summary>Undoes an import.</summary>
    public async Task<ImportUndo> UndoAsync(ImportResult result, bool keepsLaterChanges = false) =>
        await Desk.UndoAsync(Ada, (await Store.FindAsync(Ada, result.ImportId))!, keepsLaterChanges, _ => { }, CancellationToken.None);

    private async Task<(string Path, ImportOptions Options)> OpenAsync(
        string text, EntryType type, Func<ImportOptions, ImportOptions>? choose)
    {
        var path = _folder.File("units.csv");
        await File.WriteAllTextAsync(path, text, Encoding.UTF8);
        var (_, options) = Desk.Open(type, path, "units.csv", CancellationToken.None);
        options = options with { ForAll = new Dictionary<string, string>(options.ForAll) { ["office"] = "back" } };
        return (path, choose?.Invoke(options) ?? options);
    }
}
