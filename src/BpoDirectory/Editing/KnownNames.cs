using System.Text.Json.Nodes;
using BpoDirectory.Data;

namespace BpoDirectory.Editing;

/// <summary>Names of entries and titles of sources, to be put in the place of the slugs and codes of contents.</summary>
internal sealed class KnownNames
{
    private const string Sources = "sources";

    private readonly Dictionary<EntryType, HashSet<string>> _wanted = [];
    private readonly Dictionary<(EntryType Type, string Slug), EntryRow> _entries = [];
    private Dictionary<string, string> _sources = [];

    /// <summary>The slugs whose names are wanted.</summary>
    public IReadOnlyDictionary<EntryType, HashSet<string>> Wanted => _wanted;

    public bool WantsSources { get; private set; }

    /// <summary>Notes what a value is to be read with.</summary>
    public void Note(ContentField field, JsonNode? value)
    {
        switch (value)
        {
            case null:
                break;
            case JsonArray list:
                foreach (var item in list)
                    Note(field, item);
                break;
            case JsonObject item:
                WantsSources |= item[Sources] is JsonArray { Count: > 0 };
                Note(field, item[field.Key]);
                foreach (var (property, named) in field.ItemReferences)
                    Want(named, item[property]);
                break;
            case var text when field.RefersTo is { } type:
                Want(type, text);
                break;
            default:
                WantsSources |= field.HoldsSources;
                break;
        }
    }

    private void Want(EntryType type, JsonNode? slug)
    {
        if (slug?.ToString() is { Length: > 0 } text)
            (_wanted.TryGetValue(type, out var slugs) ? slugs : _wanted[type] = []).Add(text.ToLowerInvariant());
    }

    public void Add(EntryType type, string slug, EntryRow entry) => _entries.TryAdd((type, slug.ToLowerInvariant()), entry);

    public void Add(Dictionary<string, string> titlesOfSources) => _sources = titlesOfSources;

    /// <summary>A copy of a field's value, or of an item of it, in names.</summary>
    public JsonNode? In(ContentField field, JsonNode? value) => value switch
    {
        null => null,
        JsonArray list => new JsonArray([.. list.Select(item => In(field, item))]),
        JsonObject item => Item(field, item),
        _ when field.RefersTo is { } type && value.ToString() is { Length: > 0 } slug =>
            Find(type, slug) is { } entry ? Name(entry) : $"“{slug}”, which is not there",
        _ when field.HoldsSources => Title(value.ToString()),
        _ when field.WordOf is { } wordOf => wordOf(value.ToString()),
        _ => value.DeepClone(),
    };

    /// <summary>A copy of a field's value in which entries are named by their present slugs; unknown slugs stay.</summary>
    public JsonNode? AtPresent(ContentField field, JsonNode? value) => value switch
    {
        JsonArray list => new JsonArray([.. list.Select(item => AtPresent(field, item))]),
        JsonObject item => ItemAtPresent(field, item),
        not null when field.RefersTo is { } type && Find(type, value.ToString()) is { } entry => entry.Slug,
        _ => value?.DeepClone(),
    };

    private JsonObject ItemAtPresent(ContentField field, JsonObject item)
    {
        var copy = item.DeepClone().AsObject();
        copy[field.Key] = AtPresent(field, item[field.Key]);
        foreach (var (property, type) in field.ItemReferences)
            if (Find(type, Text(item, property)) is { } entry)
                copy[property] = entry.Slug;
        return copy;
    }

    private JsonObject Item(ContentField field, JsonObject item)
    {
        var named = item.DeepClone().AsObject();
        if (field.RefersTo is { } type && Find(type, item[field.Key]!.ToString()) is { } entry)
            (named[field.Key], named["name"]) = (entry.Slug, Name(entry));
        foreach (var (property, other) in field.ItemReferences)
            if (Find(other, Text(item, property)) is { } reference)
                named[property] = Name(reference);
        foreach (var (property, wordOf) in field.ItemWords)
            if (Text(item, property) is { Length: > 0 } word)
                named[property] = wordOf(word);
        if (item[Sources] is JsonArray codes)
            named[Sources] = new JsonArray([.. codes.Select(code => JsonValue.Create(Title(code!.ToString())))]);
        return named;
    }

    private static string Text(JsonObject item, string property) => item[property]?.ToString() ?? "";

    private EntryRow? Find(EntryType type, string slug) => _entries.GetValueOrDefault((type, slug.ToLowerInvariant()));

    private static string Name(EntryRow entry) => entry.IsArchived ? $"{entry.Name} (archived)" : entry.Name;

    private string Title(string code) => _sources.GetValueOrDefault(code, code);
}
