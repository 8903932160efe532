using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Exchange.Import.Files;

namespace BpoDirectory.Exchange.Import;

/// <summary>A field that every entry must have, and that tables of others often lack.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Hint">What new entries have where neither the file nor the editor says anything.</param>
/// <param name="Choices">What can be chosen, by what is written in a cell; empty where a text is to be typed.</param>
/// <param name="IsAsked">Whether nothing stands in for it: somebody has to say it, in the file or for all new entries.</param>
public sealed record NeededColumn(
    TableColumn Column, string Hint, IReadOnlyList<(string Text, string Label)> Choices, bool IsAsked = false);

/// <summary>Imports tables of one type of entries.</summary>
public abstract class TableImporter
{
    /// <summary>The type of the entries.</summary>
    public abstract EntryType Type { get; }

    /// <summary>What editors call one entry.</summary>
    public abstract string Noun { get; }

    /// <summary>What editors call several.</summary>
    public abstract string Plural { get; }

    /// <summary>All that a column of a file can hold.</summary>
    public abstract IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>What every entry needs besides its name.</summary>
    public abstract IReadOnlyList<NeededColumn> Needed { get; }

    /// <summary>Whether a heading means one of the columns.</summary>
    public bool Knows(string heading) => Columns.Any(column => column.Answers(heading));

    /// <summary>How a file would be imported if nobody chose anything.</summary>
    public ImportOptions Suggest(TableFile file, string fileName)
    {
        var columns = new Dictionary<int, string>();
        foreach (var column in file.Columns)
            if (Columns.FirstOrDefault(known => known.Answers(column.Heading)) is { } known && !columns.ContainsValue(known.Name))
                columns[column.Index] = known.Name;
        if (!columns.ContainsValue(TableColumnNames.Name) && GuessName(file, columns) is { } guess)
            columns[guess] = TableColumnNames.Name;
        return new ImportOptions { Format = file.Format, Columns = columns, ForAll = SuggestForAll(fileName) };
    }

    /// <summary>What new entries need and nothing says: no column of the file, and nobody for all of them.</summary>
    public IEnumerable<NeededColumn> Unanswered(ImportOptions options) => Needed.Where(needed =>
        needed.IsAsked && !options.Columns.Values.Contains(needed.Column.Name)
        && string.IsNullOrWhiteSpace(options.ForAll.GetValueOrDefault(needed.Column.Name)));

    /// <summary>Compares a file with the directory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is imported.</param>
    /// <param name="report">Gets how far it is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="TableRefusedException">The file cannot be read so.</exception>
    /// <exception cref="ImportRefusedException">No column holds the name.</exception>
    public abstract Task<ImportComparison> CompareAsync(
        string path, ImportOptions options, Action<ImportProgress> report, CancellationToken cancellation);

    /// <summary>Imports the rows of a comparison that are wanted, all of them or nothing.</summary>
    /// <param name="actor">Who imports.</param>
    /// <param name="comparison">What <see cref="CompareAsync"/> found.</param>
    /// <param name="isWanted">Whether a row is wanted, by its number.</param>
    /// <param name="record">Gives what was imported to the import, within the same write.</param>
    /// <param name="note">The note of the revisions.</param>
    /// <param name="report">Gets how far it is.</param>
    /// <param name="cancellation">Ends it; nothing is changed then.</param>
    /// <exception cref="ImportRefusedException">Somebody changed something meanwhile, or nothing is wanted.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public abstract Task ApplyAsync(
        Actor actor, ImportComparison comparison, Func<int, bool> isWanted, Func<DirectoryDbContext, List<TableImportEntry>, Task> record,
        string note, Action<ImportProgress> report, CancellationToken cancellation);

    /// <summary>Makes what an import changed what it was before, and archives what it created.</summary>
    /// <param name="actor">Who undoes it.</param>
    /// <param name="entries">What the import did.</param>
    /// <param name="keepsLaterChanges">
    /// Whether entries that somebody changed since are undone too, but for those changes; else they are left.
    /// </param>
    /// <param name="record">Notes the undo, within the same write, given the keys of what was undone and how many were left.</param>
    /// <param name="note">The note of the revisions.</param>
    /// <param name="report">Gets how far it is.</param>
    /// <param name="cancellation">Ends it; nothing is changed then.</param>
    /// <exception cref="ImportRefusedException">There is nothing to undo, or somebody changed something meanwhile.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public abstract Task<ImportUndo> UndoAsync(
        Actor actor, IReadOnlyList<TableImportEntry> entries, bool keepsLaterChanges,
        Func<DirectoryDbContext, IReadOnlyList<int>, int, Task> record, string note, Action<ImportProgress> report,
        CancellationToken cancellation);

    /// <summary>What is suggested for all new entries.</summary>
    protected virtual Dictionary<string, string> SuggestForAll(string fileName) => [];

    // The first column whose cells are mostly words, and neither web addresses nor those of a group that many rows share.
    private static int? GuessName(TableFile file, Dictionary<int, string> columns) => file.Columns
        .Where(column => !columns.ContainsKey(column.Index) && column.Samples.Count > 0 && column.Samples.All(IsWords)
            && column.Samples.Distinct(StringComparer.OrdinalIgnoreCase).Count() == column.Samples.Count)
        .Select(column => (int?)column.Index).FirstOrDefault();

    private static bool IsWords(string sample) =>
        sample.Count(char.IsLetter) * 2 > sample.Length && !sample.Contains("://", StringComparison.Ordinal);
}

/// <summary>The names of columns that imports know more about.</summary>
internal static class TableColumnNames
{
    public const string Name = "name";
    public const string Slug = "slug";
}
