using System.Text.Json.Nodes;
using BpoDirectory.Editing;

namespace BpoDirectory.Exchange.WholeDirectory;

/// <summary>
/// The keys that items of an entry's lists have here, by those that they had in the directory that the entry comes from. Without them, a
/// comparison across the move would take every item for another one.
/// </summary>
internal sealed class KeysHere
{
    private const string Key = "key";

    private readonly Dictionary<(string Field, string Key), string> _keys = [];
    private readonly IReadOnlyList<ContentField> _fields;
    private readonly string? _slug;

    /// <summary>Finds them: the lists have the same items in the same order.</summary>
    /// <param name="fields">The fields of the content.</param>
    /// <param name="there">The content with the keys that it had there.</param>
    /// <param name="here">The same with the ones that it has here.</param>
    public KeysHere(IReadOnlyList<ContentField> fields, JsonObject there, JsonObject here)
    {
        _fields = [.. fields.Where(field => field is { Shape: FieldShape.Items, Key: Key })];
        // Without an address, an entry is known by its own key.
        _slug = fields.Contains(EntryContent.SlugField) ? null : here["slug"]?.ToString();
        foreach (var field in _fields)
            if (there[field.Name] is JsonArray items && here[field.Name] is JsonArray kept && items.Count == kept.Count)
                foreach (var (item, row) in items.Zip(kept))
                    if (item?[Key]?.ToString() is { } key && row?[Key]?.ToString() is { } present)
                        _keys[(field.Name, key)] = present;
    }

    /// <summary>A content with the keys that its items have here; items that there are no more have keys that no row here has.</summary>
    public JsonObject Translate(JsonObject content)
    {
        var translated = content.DeepClone().AsObject();
        if (_slug is not null)
            translated["slug"] = _slug;
        foreach (var field in _fields)
            foreach (var item in (translated[field.Name] as JsonArray ?? []).OfType<JsonObject>())
                if (item[Key]?.ToString() is { } key)
                    item[Key] = _keys.GetValueOrDefault((field.Name, key), $"gone-{key}");
        return translated;
    }
}
