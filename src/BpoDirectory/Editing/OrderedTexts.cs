namespace BpoDirectory.Editing;

/// <summary>Rows of plain texts in an order, such as synonyms, which contents keep as lists of texts.</summary>
public static class OrderedTexts
{
    /// <summary>Makes the rows what the texts say; a row whose text stays is kept, without regard to case.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="texts">The texts in their order.</param>
    /// <param name="textOf">The text of a row.</param>
    /// <param name="create">A new row of a text and its rank, from 1.</param>
    /// <param name="update">Gives a row that stays the text as it is written now, and its rank.</param>
    public static void Update<TRow>(
        List<TRow> rows, IReadOnlyList<string> texts, Func<TRow, string> textOf, Func<string, int, TRow> create, Action<TRow, string, int> update)
    {
        var wanted = texts.Select(text => text.Trim()).ToList();
        rows.RemoveAll(row => !wanted.Contains(textOf(row), StringComparer.OrdinalIgnoreCase));
        foreach (var (index, text) in wanted.Index())
            if (rows.Find(row => string.Equals(textOf(row), text, StringComparison.OrdinalIgnoreCase)) is { } kept)
                update(kept, text, index + 1);
            else
                rows.Add(create(text, index + 1));
    }
}
