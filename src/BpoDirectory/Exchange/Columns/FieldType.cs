using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Data;

namespace BpoDirectory.Exchange.Columns;

/// <summary>Values of a property of a content or of an item of it, as they are read from what somebody wrote.</summary>
/// <param name="type">The property's type: a text, yes or no, a whole number, an enumeration, or a list of texts.</param>
/// <param name="unset">Its value in a new content, which nothing written stands for.</param>
/// <param name="wordOf">What values of an enumeration are called before a person; null when they say so themselves.</param>
internal sealed class FieldType(Type type, JsonNode? unset, Func<string, string>? wordOf)
{
    private readonly Dictionary<string, string> _words = WordsOf(Nullable.GetUnderlyingType(type) ?? type, wordOf);

    /// <summary>The value in a new content.</summary>
    public JsonNode? Unset => unset?.DeepClone();

    /// <summary>Whether a value is the one in a new content.</summary>
    public bool IsUnset(JsonNode? value) => JsonNode.DeepEquals(value, unset);

    /// <summary>Whether it is a list of texts.</summary>
    public bool IsList => type == typeof(List<string>);

    /// <summary>The value that a text says.</summary>
    /// <returns>The value, or what to do about the text.</returns>
    public (JsonNode? Value, string? Problem) Read(string text)
    {
        var trimmed = text.Trim();
        if (type == typeof(string))
            return (trimmed.Length == 0 ? Unset : text, null);
        if (trimmed.Length == 0)
            return (Unset, null);
        if (IsList)
            return (new JsonArray([.. ListText.Split(text).Select(item => (JsonNode)item)]), null);
        if (_words.Count > 0)
            return _words.TryGetValue(KeyOf(trimmed), out var word)
                ? (word, null)
                : (null, $"“{trimmed}” is not known here. Write one of: {string.Join(", ", _words.Values.Distinct())}.");
        if (type == typeof(bool))
            return trimmed.ToUpperInvariant() switch
            {
                "YES" or "TRUE" or "1" => (true, null),
                "NO" or "FALSE" or "0" => (false, null),
                _ => (null, $"“{trimmed}” is neither yes nor no: write one of them."),
            };
        return int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, null)
            : (null, $"“{trimmed}” is no whole number: write it in digits.");
    }

    /// <summary>The value that JSON says.</summary>
    /// <returns>The value, or what to do about it.</returns>
    public (JsonNode? Value, string? Problem) Read(JsonNode? value) => value?.GetValueKind() switch
    {
        null => (Unset, null),
        JsonValueKind.Array when IsList && value.AsArray().All(item => item?.GetValueKind() is JsonValueKind.String) =>
            (value.DeepClone(), null),
        JsonValueKind.Array or JsonValueKind.Object =>
            (null, IsList ? "Write a list of texts." : "Write one value, not a list or an object."),
        JsonValueKind.True => Read("yes"),
        JsonValueKind.False => Read("no"),
        _ => Read(value.ToString()),
    };

    private static Dictionary<string, string> WordsOf(Type type, Func<string, string>? wordOf)
    {
        var words = new Dictionary<string, string>();
        foreach (var word in type.IsEnum ? EnumNames.Of(type) : [])
        {
            words[KeyOf(word)] = word;
            words.TryAdd(KeyOf(wordOf?.Invoke(word) ?? word), word);
        }
        return words;
    }

    private static string KeyOf(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
