using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BpoDirectory.Data;

namespace BpoDirectory.Editing;

/// <summary>
/// Contents of entries as JSON: the form of revisions and drafts, and the one that is merged and compared. Lines end with a line feed
/// in all of them, whatever system they were typed on.
/// </summary>
public static class ContentJson
{
    // Stored, never sent as markup: letters of other scripts stay readable.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new EnumNameConverter(), new LineFeedConverter() },
    };

    private static readonly JsonSerializerOptions Foreign = new(Options) { RespectNullableAnnotations = true };

    public static string Write<T>(T content) => JsonSerializer.Serialize(content, Options);

    /// <summary>Fields that the text lacks have the value they have in a new entry; ones that no longer exist are passed over.</summary>
    /// <exception cref="JsonException">The text is not of this kind.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("There is nothing to read.");

    public static JsonObject ToNode<T>(T content) => JsonSerializer.SerializeToNode(content, Options)!.AsObject();

    public static T FromNode<T>(JsonObject content) => content.Deserialize<T>(Options)!;

    /// <summary>The same of what somebody else wrote.</summary>
    /// <exception cref="JsonException">The content is not of this kind, or nothing stands where something has to.</exception>
    public static T FromForeignNode<T>(JsonObject content)
    {
        if (FindNullItem(content) is { } list)
            throw new JsonException($"Nothing stands in place of an item of “{list}”.");
        return content.Deserialize<T>(Foreign)!;
    }

    /// <summary>A copy that shares nothing with <paramref name="content"/>.</summary>
    public static T Copy<T>(T content) => Read<T>(Write(content));

    /// <summary>The properties of a content that fields stand for.</summary>
    public static IReadOnlyList<PropertyInfo> PropertiesOf<T>(IEnumerable<ContentField> fields)
    {
        var properties = typeof(T).GetProperties().ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        return [.. fields.Select(field => properties[field.Name])];
    }

    // Annotations of the items of lists are not looked at when JSON is read.
    private static string? FindNullItem(JsonNode? node) => node switch
    {
        JsonObject properties => properties.Select(property =>
            property.Value is JsonArray items && items.Contains(null)
                ? property.Key
                : FindNullItem(property.Value)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(FindNullItem).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private sealed class LineFeedConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Rules.WithLineFeeds(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Rules.WithLineFeeds(value));
    }
}
