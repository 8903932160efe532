using MudBlazor;

namespace BpoDirectory.Components.Admin.Lists;

/// <summary>How a list is shown at first, by its address.</summary>
/// <param name="Sort">The column to sort by.</param>
/// <param name="Direction">In which direction.</param>
/// <param name="Hidden">The columns that are not shown.</param>
public sealed record ListStart(string Sort, SortDirection Direction, IReadOnlyList<string> Hidden)
{
    /// <summary>The direction of a column; none where another one is sorted by.</summary>
    public SortDirection DirectionOf(string column) => column == Sort ? Direction : SortDirection.None;

    /// <summary>Whether a column is not shown.</summary>
    public bool Hides(string column) => Hidden.Contains(column);
}
