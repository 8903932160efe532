using BpoDirectory.Data;

namespace BpoDirectory.Exchange.Import;

/// <summary>What importing a row would do.</summary>
public enum ImportRowState
{
    New,
    Changed,
    Unchanged,

    /// <summary>It cannot be imported as it is.</summary>
    Wrong,
}

/// <summary>A field that importing a row would change.</summary>
/// <param name="Label">What editors call it.</param>
/// <param name="Before">What it says now; empty in a new entry.</param>
/// <param name="After">What it would say.</param>
public sealed record ImportChange(string Label, string Before, string After);

/// <summary>What is wrong with a row.</summary>
/// <param name="Label">The field; empty where the whole row is meant.</param>
/// <param name="Message">What to do.</param>
public sealed record ImportProblem(string Label, string Message);

/// <summary>A row of a table, compared with the directory.</summary>
/// <param name="Number">Its number in the file.</param>
/// <param name="State">What importing it would do.</param>
/// <param name="Title">What its entry is called.</param>
/// <param name="Slug">The address of the entry: the present one, or that of the new one.</param>
/// <param name="Changes">What would change; of new entries, what they would say. Long texts are cut.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record ImportRow(
    int Number, ImportRowState State, string Title, string Slug, IReadOnlyList<ImportChange> Changes, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>What importing it would do that its cells do not say.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A table compared with the directory, row by row: what importing it would do.</summary>
public abstract class ImportComparison
{
    private protected ImportComparison(IReadOnlyList<ImportRow> rows, IReadOnlyList<string> notices)
    {
        (Rows, Notices) = (rows, notices);
        foreach (var row in rows)
            Counts[row.State] = Counts.GetValueOrDefault(row.State) + 1;
    }

    /// <summary>All rows, in the order of the file.</summary>
    public IReadOnlyList<ImportRow> Rows { get; }

    /// <summary>What is true of the table as a whole.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>How many rows of a state there are.</summary>
    public int Count(ImportRowState state) => Counts.GetValueOrDefault(state);

    private Dictionary<ImportRowState, int> Counts { get; } = [];

    /// <summary>Whether a row can be imported and would change something.</summary>
    public static bool CanApply(ImportRow row) => row.State is ImportRowState.New or ImportRowState.Changed;
}

/// <summary>How far something is.</summary>
/// <param name="What">What is done, such as “Comparing rows”.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">Of how many; 0 where that is not known yet.</param>
public sealed record ImportProgress(string What, int Done, int Total);

/// <summary>What an import did.</summary>
/// <param name="ImportId">Its key, by which it can be undone.</param>
/// <param name="Added">How many entries it created.</param>
/// <param name="Changed">How many it changed.</param>
public sealed record ImportResult(int ImportId, int Added, int Changed);

/// <summary>What the undo of an import did.</summary>
/// <param name="Undone">How many entries are as they were before it.</param>
/// <param name="Left">What was left as it is, and why.</param>
public sealed record ImportUndo(int Undone, IReadOnlyList<string> Left);

/// <summary>An import cannot be done; the message says why, and nothing was changed.</summary>
public sealed class ImportRefusedException(string message) : RefusedException(message);
