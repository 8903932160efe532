namespace BpoDirectory.Components.Admin.Lists;

/// <summary>What a list asks the database for.</summary>
/// <param name="Text">What somebody looks for; empty for all.</param>
/// <param name="Sort">The column to sort by.</param>
/// <param name="IsReversed">Whether that column's usual direction is turned round.</param>
/// <param name="Skip">Rows on the pages before.</param>
/// <param name="Take">Rows on a page.</param>
public sealed record ListQuery(string Text, string Sort, bool IsReversed, int Skip, int Take);
