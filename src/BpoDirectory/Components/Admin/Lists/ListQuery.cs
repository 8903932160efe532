namespace BpoDirectory.Components.Admin.Lists;

/// <summary>What a list asks the database for.</summary>
/// <param name="Text">What somebody looks for; empty for all.</param>
/// <param name="Sort">The column to sort by.</param>
/// <param name="IsReversed">Whether that column's usual direction is turned round.</param>
/// <param name="Skip">Rows on the pages before.</param>
/// <param name="Take">Rows on a page.</param>
public sealed record ListQuery(string Text, string Sort, bool IsReversed, int Skip, int Take)
{
    /// <summary>A page of rows that are all in memory, and how many there are in all.</summary>
    /// <param name="rows">The rows that the text lets through.</param>
    /// <param name="key">What the column sorts by.</param>
    /// <param name="descending">The columns that begin with what is greatest or latest.</param>
    public (int Total, IReadOnlyList<TRow> Rows) PageOf<TRow>(
        IEnumerable<TRow> rows, Func<TRow, object> key, IReadOnlyList<string> descending)
    {
        var isDescending = descending.Contains(Sort) != IsReversed;
        var ordered = (isDescending ? rows.OrderByDescending(key) : rows.OrderBy(key)).ToList();
        return (ordered.Count, [.. ordered.Skip(Skip).Take(Take)]);
    }
}
