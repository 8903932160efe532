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
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new LineFeedConverter() },
    };

    public static string Write<T>(T content) => JsonSerializer.Serialize(content, Options);

    /// <summary>Fields that the text lacks have the value they have in a new entry; ones that no longer exist are passed over.</summary>
    /// <exception cref="JsonException">The text is not of this kind.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("There is nothing to read.");

    public static JsonObject ToNode<T>(T content) => JsonSerializer.SerializeToNode(content, Options)!.AsObject();

    public static T FromNode<T>(JsonObject content) => content.Deserialize<T>(Options)!;

    /// <summary>A copy that shares nothing with <paramref name="content"/>.</summary>
    public static T Copy<T>(T content) => Read<T>(Write(content));

    private sealed class LineFeedConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Rules.WithLineFeeds(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Rules.WithLineFeeds(value));
    }
}
