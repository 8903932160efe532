using System.Text.Json.Nodes;

namespace BpoDirectory.Editing.Merge;

/// <summary>Merges two changed versions of one list, item by item.</summary>
internal static class ListMerge
{
    /// <summary>Merges ordered items; adds to <paramref name="conflicts"/> those that both sides changed differently.</summary>
    public static JsonArray Items(ContentField field, JsonNode? original, JsonNode? mine, JsonNode? theirs, List<MergeConflict> conflicts)
    {
        var (o, m, t) = (KeyedList.From(field, original), KeyedList.From(field, mine), KeyedList.From(field, theirs));
        var merged = new Dictionary<string, JsonNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in m.Keys.Concat(t.Keys).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var chosen = JsonNode.DeepEquals(o[key], m[key]) ? t[key] : m[key];
            if (!JsonNode.DeepEquals(o[key], m[key]) && !JsonNode.DeepEquals(o[key], t[key]) && !JsonNode.DeepEquals(m[key], t[key]))
                conflicts.Add(new MergeConflict(field, key, false, o[key], m[key], t[key]));
            if (chosen is not null)
                merged[key] = chosen;
        }
        return Array(Order(field, o, m, t, conflicts).Where(merged.ContainsKey).Select(key => merged[key]));
    }

    /// <summary>
    /// Merges values without an order: whatever one side added or removed. Where both put other words in place of the same ones,
    /// that is a conflict, and the list has mine.
    /// </summary>
    public static JsonArray Set(ContentField field, JsonNode? original, JsonNode? mine, JsonNode? theirs, List<MergeConflict> conflicts)
    {
        var (o, m, t) = (KeyedList.FromSet(original), KeyedList.FromSet(mine), KeyedList.FromSet(theirs));
        var replaced = o.Keys.Where(key => !m.Has(key) && !t.Has(key)).ToList();
        var (byMe, byThem) =
            (m.Keys.Where(key => !o.Has(key) && !t.Has(key)).ToList(), t.Keys.Where(key => !o.Has(key) && !m.Has(key)).ToList());
        var isConflict = field is { RefersTo: null, HoldsSources: false } && replaced.Count > 0 && byMe.Count > 0 && byThem.Count > 0;
        if (isConflict)
            conflicts.Add(
                new MergeConflict(
                    field, null, false, Array(replaced.Select(key => o[key]!)), Array(byMe.Select(key => m[key]!)),
                    Array(byThem.Select(key => t[key]!))));
        return Array(m.Keys.Where(key => t.Has(key) || !o.Has(key)).Concat(isConflict ? [] : byThem).Select(key => (m[key] ?? t[key])!));
    }

    /// <summary>The words without an order with <paramref name="others"/> in place of some.</summary>
    public static JsonArray WithWords(JsonNode? list, JsonNode? some, JsonNode? others)
    {
        var (words, gone, come) = (KeyedList.FromSet(list), KeyedList.FromSet(some), KeyedList.FromSet(others));
        return Array(
            words.Keys.Where(key => !gone.Has(key) || come.Has(key)).Select(key => words[key]!)
                .Concat(come.Keys.Where(key => !words.Has(key)).Select(key => come[key]!)));
    }

    /// <summary>The list with one item replaced, added at the end, or removed.</summary>
    public static JsonArray With(ContentField field, JsonNode? list, string key, JsonNode? item)
    {
        var keyed = KeyedList.From(field, list);
        var items = keyed.Keys.Select(other => string.Equals(other, key, StringComparison.OrdinalIgnoreCase) ? item : keyed[other])
            .ToList();
        if (!keyed.Has(key))
            items.Add(item);
        return Array(items.OfType<JsonNode>());
    }

    /// <summary>The list in the order of <paramref name="keys"/>; items that those do not name keep to the one before them.</summary>
    public static JsonArray InOrder(ContentField field, JsonNode? list, JsonArray keys)
    {
        var keyed = KeyedList.From(field, list);
        return Array(Woven([.. keys.Select(key => key!.ToString()).Where(keyed.Has)], keyed.Keys).Select(key => keyed[key]!));
    }

    private static List<string> Order(
        ContentField field, KeyedList original, KeyedList mine, KeyedList theirs, List<MergeConflict> conflicts)
    {
        var everywhere = original.Keys.Where(key => mine.Has(key) && theirs.Has(key)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (o, m, t) = (Common(original), Common(mine), Common(theirs));
        if (Same(o, m))
            return Woven(theirs.Keys, mine.Keys);
        if (!Same(o, t) && !Same(m, t))
            conflicts.Add(new MergeConflict(field, null, true, Keys(original), Keys(mine), Keys(theirs))
            {
                Items = Array(
                    mine.Keys.Union(theirs.Keys, StringComparer.OrdinalIgnoreCase).Union(original.Keys, StringComparer.OrdinalIgnoreCase)
                        .Select(key => (mine[key] ?? theirs[key] ?? original[key])!)),
            });
        return Woven(mine.Keys, theirs.Keys);

        List<string> Common(KeyedList list) => [.. list.Keys.Where(everywhere.Contains)];
    }

    // The keys of the first list, with those that only the second has put behind the one they follow there.
    private static List<string> Woven(IReadOnlyList<string> keys, IReadOnlyList<string> others)
    {
        var woven = keys.ToList();
        for (var i = 0; i < others.Count; i++)
            if (!Contains(woven, others[i]))
                woven.Insert(i == 0 ? 0 : woven.FindIndex(key => IsSame(key, others[i - 1])) + 1, others[i]);
        return woven;
    }

    private static bool Same(List<string> keys, List<string> others) => keys.SequenceEqual(others, StringComparer.OrdinalIgnoreCase);

    private static bool Contains(List<string> keys, string key) => keys.Contains(key, StringComparer.OrdinalIgnoreCase);

    private static bool IsSame(string key, string other) => string.Equals(key, other, StringComparison.OrdinalIgnoreCase);

    private static JsonArray Keys(KeyedList list) => Array(list.Keys.Select(key => (JsonNode)JsonValue.Create(key)));

    private static JsonArray Array(IEnumerable<JsonNode> items) => [.. items.Select(item => item.DeepClone())];
}
