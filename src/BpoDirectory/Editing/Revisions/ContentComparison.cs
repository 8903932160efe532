using System.Text.Json.Nodes;
using BpoDirectory.Editing.Merge;

namespace BpoDirectory.Editing.Revisions;

/// <summary>What happened to an item of a list.</summary>
public enum ItemChange
{
    Added,
    Removed,
    Changed,
    Moved,
}

/// <summary>An item of a list that differs, with its text in pieces.</summary>
public sealed record ItemDifference(ItemChange Change, IReadOnlyList<TextPiece> Pieces);

/// <summary>A field that differs: by its text, or item by item.</summary>
/// <param name="Field">The field.</param>
/// <param name="Pieces">Both texts in pieces; empty for lists.</param>
/// <param name="Items">The items that differ; empty for texts.</param>
public sealed record FieldDifference(ContentField Field, IReadOnlyList<TextPiece> Pieces, IReadOnlyList<ItemDifference> Items)
{
    /// <summary>What the field held.</summary>
    public required JsonNode? Before { get; init; }

    /// <summary>What it holds now.</summary>
    public required JsonNode? After { get; init; }
}

/// <summary>What differs between two contents of an entry: texts by word, lists by item.</summary>
public static class ContentComparison
{
    /// <summary>The fields that differ, in their usual order.</summary>
    public static IReadOnlyList<FieldDifference> Compare(IReadOnlyList<ContentField> fields, JsonObject before, JsonObject after) =>
        [.. fields.Select(field => Compare(field, before[field.Name], after[field.Name])).OfType<FieldDifference>()];

    /// <summary>How two values of a field differ; null when they do not.</summary>
    public static FieldDifference? Compare(ContentField field, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
            return null;
        IReadOnlyList<TextPiece> pieces = field.Shape switch
        {
            FieldShape.Items or FieldShape.Set => [],
            FieldShape.Value => Whole(ContentText.From(before), ContentText.From(after)),
            _ => TextComparison.Compare(ContentText.From(before), ContentText.From(after)),
        };
        IReadOnlyList<ItemDifference> items = field.Shape switch
        {
            FieldShape.Items => [.. Items(KeyedList.From(field, before), KeyedList.From(field, after))],
            FieldShape.Set => [.. Items(KeyedList.FromSet(before), KeyedList.FromSet(after))],
            _ => [],
        };
        return pieces.Count + items.Count == 0 ? null : new FieldDifference(field, pieces, items) { Before = before, After = after };
    }

    private static IReadOnlyList<TextPiece> Whole(string before, string after) =>
        [.. new[] { new TextPiece(PieceKind.Removed, before), new TextPiece(PieceKind.Same, " "), new TextPiece(PieceKind.Added, after) }
            .Where(piece => before.Length > 0 && after.Length > 0 || piece.Text.Trim().Length > 0)];

    private static IEnumerable<ItemDifference> Items(KeyedList before, KeyedList after)
    {
        var moved = Moved(before, after);
        foreach (var key in after.Keys)
        {
            var text = ContentText.FromItem(after[key]);
            if (!before.Has(key))
                yield return new ItemDifference(ItemChange.Added, [new TextPiece(PieceKind.Added, text)]);
            else if (ContentText.FromItem(before[key]) is var old && old != text)
                yield return new ItemDifference(ItemChange.Changed, TextComparison.Compare(old, text));
            else if (moved.Contains(key))
                yield return new ItemDifference(ItemChange.Moved, [new TextPiece(PieceKind.Same, text)]);
        }
        foreach (var key in before.Keys.Where(key => !after.Has(key)))
            yield return new ItemDifference(ItemChange.Removed, [new TextPiece(PieceKind.Removed, ContentText.FromItem(before[key]))]);
    }

    // The fewest items whose move explains the new order: those outside the longest run that kept its order.
    private static HashSet<string> Moved(KeyedList before, KeyedList after)
    {
        var common = after.Keys.Where(before.Has).ToList();
        var placeOf = before.Keys.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.OrdinalIgnoreCase);
        var places = common.ConvertAll(key => placeOf[key]);
        var longest = new int[common.Count];
        var previous = new int[common.Count];
        for (var i = 0; i < common.Count; i++)
        {
            (longest[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (places[j] < places[i] && longest[j] + 1 > longest[i])
                    (longest[i], previous[i]) = (longest[j] + 1, j);
        }
        var moved = common.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = common.Count == 0 ? -1 : Array.IndexOf(longest, longest.Max()); i >= 0; i = previous[i])
            moved.Remove(common[i]);
        return moved;
    }
}
