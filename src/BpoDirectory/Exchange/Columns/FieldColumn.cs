using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Exchange.Columns;

/// <summary>The column of a field with one value or a list of texts.</summary>
internal sealed class FieldColumn(ContentField shown, FieldType type, IEnumerable<string> synonyms)
    : TableColumn(shown.Name, shown.Label, synonyms)
{
    /// <inheritdoc />
    public override ContentField Field => shown;

    /// <inheritdoc />
    public override JsonNode? ValueOf(JsonObject content, Audience audience) => content[shown.Name];

    /// <inheritdoc />
    public override string? Read(JsonObject content, string text)
    {
        // The address is the entry's identity: nothing there leaves it as it is.
        if (shown == EntryContent.SlugField && string.IsNullOrWhiteSpace(text))
            return null;
        var (value, problem) = type.Read(text);
        if (problem is null)
            content[shown.Name] = value;
        return problem;
    }
}
