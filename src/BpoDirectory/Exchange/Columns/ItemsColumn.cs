using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Exchange.Columns;

/// <summary>
/// The column of a list of things. Where all that they say is one text, such as a responsibility without details, they are
/// that text; otherwise objects. An object says everything about its item; a text leaves what else the item had. The sources of items
/// have a column of their own, see <see cref="SourcesColumn"/>.
/// </summary>
internal sealed class ItemsColumn : TableColumn
{
    /// <summary>The property of an item that cites sources.</summary>
    public const string Sources = "sources";

    private const string Key = "key";

    private readonly ContentField _field;
    private readonly Dictionary<string, FieldType> _properties;
    private readonly string? _main;
    private readonly string? _known;

    public ItemsColumn(ContentField field, Type itemType, IEnumerable<string> synonyms) : base(field.Name, field.Label, synonyms)
    {
        _field = field;
        var unset = ContentJson.ToNode(Activator.CreateInstance(itemType));
        _properties = itemType.GetProperties()
            .Select(property => (Name: JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.PropertyType))
            .Where(property => unset.ContainsKey(property.Name) && property.Name != Key)
            .ToDictionary(
                property => property.Name,
                property => new FieldType(property.PropertyType, unset[property.Name], field.ItemWords.GetValueOrDefault(property.Name)));
        _main = field.Unique?.Property;
        _known = _main ?? (field.Texts is [var first, ..] ? first.Name : null);
    }

    /// <inheritdoc />
    public override ContentField Field => _field;

    /// <summary>Whether its items cite sources.</summary>
    public bool HasSources => _main is not null && _properties.ContainsKey(Sources);

    /// <summary>What an item is known by among the sources of items.</summary>
    public string MainTextOf(JsonNode? item) => TextOf(item, _main!);

    /// <inheritdoc />
    public override JsonNode? ValueOf(JsonObject content, Audience audience)
    {
        var items = content[_field.Name]!.AsArray();
        if (items.Count == 0)
            return items;
        var shown = new JsonArray([.. items.Select(item => Shown(item!.AsObject()))]);
        _field.HideFrom(audience, shown);
        if (_main is not null && shown.All(item => item is JsonObject { Count: 1 }))
            return new JsonArray([.. shown.Select(item => item![_main]!.DeepClone())]);
        // Of an object without it, the rank is not said.
        if (_field.Rank is { } rank)
            foreach (var (item, written) in items.Zip(shown))
                written![rank] = item![rank]!.DeepClone();
        return shown;
    }

    private JsonObject Shown(JsonObject item)
    {
        var shown = new JsonObject();
        foreach (var (name, value) in item)
            if (IsWritten(name, value))
                shown.Add(name, value?.DeepClone());
        return shown;
    }

    /// <inheritdoc />
    public override string? Read(JsonObject content, string text)
    {
        var (items, problem) = Parse(text);
        return problem ?? ReadItems(content, items);
    }

    /// <inheritdoc />
    public override IReadOnlyList<int> FindUnranked(string text) => _field.Rank is not { } rank ? []
        : [.. Parse(text).Items.Index().Where(item => item.Item is not JsonObject said || !said.ContainsKey(rank))
            .Select(item => item.Index)];

    private string? ReadItems(JsonObject content, IEnumerable<JsonNode?> items)
    {
        var present = (content[_field.Name] as JsonArray ?? []).OfType<JsonObject>().Select(item => item.DeepClone().AsObject()).ToList();
        var read = new JsonArray();
        foreach (var (index, item) in items.Index())
        {
            var (value, wrong) = item is JsonObject properties ? ReadObject(properties, present) : ReadText(item, present);
            if (wrong is not null)
                return $"{_field.Label}, item {index + 1}: {wrong}";
            read.Add(value);
        }
        content[_field.Name] = read;
        return null;
    }

    /// <summary>Makes the list what it is in another content; items that stay keep the keys that they have here.</summary>
    public void Adopt(JsonObject content, JsonObject other)
    {
        var items = other[_field.Name]!.DeepClone().AsArray();
        foreach (var item in items.OfType<JsonObject>())
            item.Remove(Key);
        ReadItems(content, items);
    }

    private (IReadOnlyList<JsonNode?> Items, string? Problem) Parse(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("[", StringComparison.Ordinal))
            return ([.. ListText.Split(text).Select(item => (JsonNode)item)], null);
        try
        {
            return ([.. JsonNode.Parse(text, documentOptions: ColumnJson.Strict)!.AsArray()], null);
        }
        catch (JsonException)
        {
            // A list that is no JSON: texts may begin with a bracket.
            return _main is not null && !text.Contains('{', StringComparison.Ordinal)
                ? ([.. ListText.Split(text).Select(item => (JsonNode)item)], null)
                : ([], "This begins like JSON and is none: write it as in an export.");
        }
    }

    private (JsonObject? Item, string? Problem) ReadText(JsonNode? item, List<JsonObject> present)
    {
        if (item?.GetValueKind() is not JsonValueKind.String || _main is null)
            return (null, $"Write an object with {string.Join(", ", Names)}.");
        var text = item.GetValue<string>();
        var known = Take(present, other => Same(TextOf(other, _main), text));
        var read = known ?? New();
        read[_main] = text;
        return (read, null);
    }

    private (JsonObject? Item, string? Problem) ReadObject(JsonObject properties, List<JsonObject> present)
    {
        var read = New();
        foreach (var (name, value) in properties)
        {
            if (!_properties.TryGetValue(name, out var type))
                return (null, $"“{name}” is not known here. Known: {string.Join(", ", Names)}.");
            var (said, problem) = type.Read(value);
            if (problem is not null)
                return (null, $"{name}: {problem}");
            read[name] = said;
        }
        var known = Take(
            present, other => _properties.Keys.All(name => !properties.ContainsKey(name) || JsonNode.DeepEquals(other[name], read[name])))
            ?? (_known is null ? null : Take(present, other => Same(TextOf(other, _known), TextOf(read, _known))));
        if (known is not null)
            foreach (var name in new[] { Key, Sources, "name", _field.Rank }.OfType<string>()
                .Where(name => known.ContainsKey(name) && !properties.ContainsKey(name) && name != _main))
                read[name] = known[name]?.DeepClone();
        return (read, null);
    }

    private IEnumerable<string> Names => _properties.Keys.Where(name => !IsDerived(name));

    // The name of an entry that the item names by its slug follows from that.
    private bool IsDerived(string name) => name == "name" && _main == "slug";

    private bool IsWritten(string name, JsonNode? value) =>
        name == _main || (_properties.TryGetValue(name, out var type) && name != Sources && !IsDerived(name) && !type.IsUnset(value));

    private JsonObject New()
    {
        var item = new JsonObject();
        if (_field.Key == Key)
            item[Key] = KeyedContent.NewKey();
        foreach (var (name, type) in _properties)
            item[name] = type.Unset;
        return item;
    }

    private static JsonObject? Take(List<JsonObject> items, Predicate<JsonObject> match)
    {
        var index = items.FindIndex(match);
        if (index < 0)
            return null;
        var item = items[index];
        items.RemoveAt(index);
        return item;
    }

    private static string TextOf(JsonNode? item, string name) => item?[name]?.ToString() ?? "";

    private static bool Same(string text, string other) =>
        string.Equals(Rules.WithLineFeeds(text.Trim()), Rules.WithLineFeeds(other.Trim()), StringComparison.OrdinalIgnoreCase);
}
