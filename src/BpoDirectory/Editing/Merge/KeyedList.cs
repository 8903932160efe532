using System.Text.Json.Nodes;

namespace BpoDirectory.Editing.Merge;

/// <summary>A list of a content with its items by key, in order; keys differ without regard to case.</summary>
internal sealed class KeyedList
{
    private readonly List<string> _keys = [];
    private readonly Dictionary<string, JsonNode> _items = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Keys => _keys;

    /// <summary>The item of a key, or null where there is none.</summary>
    public JsonNode? this[string key] => _items.GetValueOrDefault(key);

    /// <summary>The objects of an ordered field. Of two with one key the first counts.</summary>
    public static KeyedList From(ContentField field, JsonNode? list) => From(list, item => item[field.Key]!.ToString());

    /// <summary>The plain values of a set; each is its own key.</summary>
    public static KeyedList FromSet(JsonNode? list) => From(list, item => item.ToString());

    public bool Has(string key) => _items.ContainsKey(key);

    private static KeyedList From(JsonNode? list, Func<JsonNode, string> keyOf)
    {
        var keyed = new KeyedList();
        foreach (var item in list?.AsArray() ?? [])
            if (item is not null && keyOf(item) is var key && keyed._items.TryAdd(key, item))
                keyed._keys.Add(key);
        return keyed;
    }
}
