using System.Text.Json;
using System.Text.Json.Nodes;

namespace BpoDirectory.Editing;

/// <summary>Parts of a content's JSON as a person reads them.</summary>
public static class ContentText
{
    // What an item is known by inside the program says nothing to a reader.
    private static readonly string[] Silent = ["key", "slug"];

    /// <summary>A field's value: its text, “yes” or “no”, or its items in lines.</summary>
    public static string From(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join('\n', list.Select(FromItem)),
        JsonObject item => FromItem(item),
        _ when value.GetValueKind() is JsonValueKind.True => "yes",
        _ when value.GetValueKind() is JsonValueKind.False => "no",
        _ => value.ToString(),
    };

    /// <summary>An item in one line: what it says, and the codes of its sources in brackets.</summary>
    public static string FromItem(JsonNode? item) => item is JsonObject parts
        ? string.Join(
            " — ", parts.Where(part => !Silent.Contains(part.Key)).Select(part => Part(part.Key, part.Value))
                .Where(text => text.Length > 0))
        : From(item);

    /// <summary>What an item is known by to a reader: the first thing that it says.</summary>
    public static string ItemTitle(JsonNode? item) => item is JsonObject parts
        ? parts.Where(part => !Silent.Contains(part.Key)).Select(part => Part(part.Key, part.Value)).FirstOrDefault(text => text.Length > 0)
            ?? ""
        : From(item);

    private static string Part(string name, JsonNode? value) => value switch
    {
        JsonArray { Count: > 0 } codes => $"[{string.Join(", ", codes)}]",
        JsonArray => "",
        _ when value?.GetValueKind() is JsonValueKind.Number => $"{name} {value}",
        _ => From(value),
    };
}
