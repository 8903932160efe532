using BpoDirectory.Data;
using BpoDirectory.Editing;
using MudBlazor;

namespace BpoDirectory.Components.Admin.Lists;

/// <summary>Changes the rows that are selected in a list, one after the other.</summary>
internal static class BulkChange
{
    private const string IsNewer = "somebody has just changed it.";

    /// <summary>Tells of each row that could not be changed, and stops where the actor may not edit any more.</summary>
    /// <param name="snackbar">Where it is told.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="nameOf">What a row is called.</param>
    /// <param name="change">Changes a row; answers what is in the way, or null.</param>
    /// <returns>The rows that were changed.</returns>
    public static async Task<IReadOnlyList<TRow>> ChangeEachAsync<TRow>(
        this ISnackbar snackbar, IReadOnlyList<TRow> rows, Func<TRow, string> nameOf, Func<TRow, Task<string?>> change)
    {
        var changed = new List<TRow>();
        try
        {
            foreach (var row in rows)
                if (await change(row) is { } problem)
                    snackbar.Add($"{nameOf(row)}: {problem}", Severity.Error);
                else
                    changed.Add(row);
        }
        catch (RefusedException refused)
        {
            snackbar.Add(refused.Message, Severity.Error);
        }
        return changed;
    }

    /// <summary>What kept a save from being made; null when nothing did.</summary>
    public static string? ProblemOf<T>(SaveOutcome<T>? outcome) where T : EntryContent, new() =>
        outcome switch
        {
            { Saved: not null } => null,
            { Problems: [var first, ..] } => first.Message,
            _ => IsNewer,
        };

    /// <summary>What kept a row from being changed that is not there any more as it was shown.</summary>
    public static string? ProblemOf(bool isChanged) => isChanged ? null : IsNewer;
}
