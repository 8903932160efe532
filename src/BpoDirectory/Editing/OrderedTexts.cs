using BpoDirectory.Data.Text;

namespace BpoDirectory.Editing;

/// <summary>Rows of plain texts in an order, such as synonyms, which contents keep as lists of texts.</summary>
public static class OrderedTexts
{
    /// <summary>Makes the rows what the texts say; a row whose text stays the same one is kept; see <see cref="NameComparison"/>.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="texts">The texts in their order.</param>
    /// <param name="textOf">The text of a row.</param>
    /// <param name="create">A new row of a text and its rank, from 1.</param>
    /// <param name="update">Gives a row that stays the text as it is written now, and its rank.</param>
    public static void Update<TRow>(
        List<TRow> rows, IReadOnlyList<string> texts, Func<TRow, string> textOf, Func<string, int, TRow> create,
        Action<TRow, string, int> update)
    {
        var wanted = texts.Select(NameComparison.KeyOf).ToHashSet();
        rows.RemoveAll(row => !wanted.Contains(NameComparison.KeyOf(textOf(row))));
        var kept = rows.ToDictionary(row => NameComparison.KeyOf(textOf(row)));
        foreach (var (index, text) in texts.Index())
            if (kept.TryGetValue(NameComparison.KeyOf(text), out var row))
                update(row, text, index + 1);
            else
                rows.Add(create(text, index + 1));
    }
}
