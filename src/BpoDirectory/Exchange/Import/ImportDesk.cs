using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Exchange.Import.Files;

namespace BpoDirectory.Exchange.Import;

/// <summary>Imports tables: for the page and for the command line.</summary>
public sealed class ImportDesk(IEnumerable<TableImporter> importers, ImportStore store, ImportLimits limits)
{
    /// <summary>The types of entries that can be imported.</summary>
    public IReadOnlyList<TableImporter> Importers { get; } = [.. importers];

    /// <summary>How entries of a type are imported.</summary>
    public TableImporter ImporterOf(EntryType type) => Importers.Single(importer => importer.Type == type);

    /// <summary>Looks at a file, and says how it would be imported if nobody chose anything.</summary>
    /// <exception cref="TableRefusedException">It is no table, or too much.</exception>
    public (TableFile File, ImportOptions Options) Open(EntryType type, string path, string fileName, CancellationToken cancellation)
    {
        var importer = ImporterOf(type);
        var file = TableFile.Open(Present(path), limits, importer.Knows, cancellation);
        return (file, importer.Suggest(file, fileName));
    }

    /// <summary>Looks at a file that is read as somebody chose.</summary>
    /// <exception cref="TableRefusedException">It cannot be read so.</exception>
    public TableFile Open(string path, TableFormat format, CancellationToken cancellation) =>
        TableFile.Open(Present(path), format, limits, cancellation);

    /// <summary>Compares the file of an import with the directory.</summary>
    /// <param name="actor">Who wants to import it.</param>
    /// <param name="import">The import.</param>
    /// <param name="options">How it is imported.</param>
    /// <param name="report">Gets how far it is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="TableRefusedException">The file cannot be read so, or is gone.</exception>
    /// <exception cref="ImportRefusedException">No column holds the name.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<ImportComparison> CompareAsync(
        Actor actor, TableImport import, ImportOptions options, Action<ImportProgress> report, CancellationToken cancellation)
    {
        await store.DemandEditorAsync(actor, cancellation);
        return await ImporterOf(import.EntryType).CompareAsync(Present(store.PathOf(import)), options, report, cancellation);
    }

    /// <summary>Imports the wanted rows of a comparison, all of them or nothing.</summary>
    /// <param name="actor">Who imports.</param>
    /// <param name="import">The import: one of <see cref="ImportStore"/>, or a new one.</param>
    /// <param name="comparison">What was compared.</param>
    /// <param name="isWanted">Whether a row is wanted, by its number.</param>
    /// <param name="report">Gets how far it is.</param>
    /// <param name="cancellation">Ends it; nothing is changed then.</param>
    /// <exception cref="ImportRefusedException">Somebody changed something meanwhile, or nothing is wanted.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public async Task<ImportResult> ApplyAsync(
        Actor actor, TableImport import, ImportComparison comparison, Func<int, bool> isWanted, Action<ImportProgress> report,
        CancellationToken cancellation)
    {
        var importer = ImporterOf(import.EntryType);
        TableImport? kept = null;
        await importer.ApplyAsync(
            actor, comparison, isWanted, async (db, entries) => kept = await store.RecordAsync(db, actor, import, entries, importer.Plural),
            "Imported from a table", report, cancellation);
        store.DeleteFile(import);
        return new ImportResult(kept!.Id, kept.Added, kept.Changed);
    }

    /// <summary>Imports from the command line, without keeping the file.</summary>
    internal Task<ImportResult> ApplyAsync(
        Actor actor, EntryType type, string fileName, ImportComparison comparison, Action<ImportProgress> report,
        CancellationToken cancellation) =>
        ApplyAsync(actor, store.Create(actor, type, fileName, storedAs: ""), comparison, _ => true, report, cancellation);

    /// <summary>Makes what an import changed what it was before, and archives what it created.</summary>
    /// <param name="actor">Who undoes it.</param>
    /// <param name="import">An import that was applied and not undone.</param>
    /// <param name="keepsLaterChanges">
    /// Whether entries that somebody changed since are undone too, but for those changes; else they are left.
    /// </param>
    /// <param name="report">Gets how far it is.</param>
    /// <param name="cancellation">Ends it; nothing is changed then.</param>
    /// <exception cref="ImportRefusedException">There is nothing to undo, or somebody changed something at that moment.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public async Task<ImportUndo> UndoAsync(
        Actor actor, TableImport import, bool keepsLaterChanges, Action<ImportProgress> report, CancellationToken cancellation)
    {
        await store.DemandEditorAsync(actor, cancellation);
        var importer = ImporterOf(import.EntryType);
        return await importer.UndoAsync(
            actor, await store.EntriesAsync(import.Id, cancellation), keepsLaterChanges,
            (db, undone, left) => store.RecordUndoAsync(db, actor, import.Id, undone, left, importer.Plural), "Import of a table undone",
            report, cancellation);
    }

    private static string Present(string path) =>
        File.Exists(path) ? path : throw new TableRefusedException("The file is gone: discard the import and choose the file again.");
}
