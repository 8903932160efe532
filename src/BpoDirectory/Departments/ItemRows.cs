using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Departments;

/// <summary>Makes the rows of an ordered list what its items say, keeping the row of each item that stays.</summary>
internal static class ItemRows
{
    /// <summary>Takes rows without an item out, adds those of new items, changes all and ranks them in the order of the items.</summary>
    public static void Apply<TRow, TItem>(List<TRow> rows, List<TItem> items, Func<TItem, int, TRow> create, Action<TRow, TItem> change)
        where TRow : IRankedRow
        where TItem : KeyedContent
    {
        var kept = rows.ToDictionary(row => KeyedContent.KeyOf(row.Id));
        rows.RemoveAll(row => !items.Exists(item => item.Key == KeyedContent.KeyOf(row.Id)));
        foreach (var (index, item) in items.Index())
        {
            if (!kept.TryGetValue(item.Key, out var row))
                rows.Add(row = create(item, index + 1));
            change(row, item);
            row.MoveTo(index + 1);
        }
    }
}
