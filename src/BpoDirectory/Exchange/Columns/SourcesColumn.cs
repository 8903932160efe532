using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Data;

namespace BpoDirectory.Exchange.Columns;

/// <summary>
/// The sources of single facts: codes by the text of the item that cites them, by the name of the list it stands in. Apart from the
/// lists, which are plain texts that way.
/// </summary>
internal sealed class SourcesColumn(IReadOnlyList<ItemsColumn> lists) : TableColumn(FactSources, "Sources of single facts", [])
{
    private const string FactSources = "factSources";

    /// <inheritdoc />
    public override JsonNode? ValueOf(JsonObject content, Audience audience)
    {
        var all = new JsonObject();
        foreach (var list in lists)
        {
            var cited = new JsonObject();
            foreach (var item in content[list.Name] as JsonArray ?? [])
                if (item?[ItemsColumn.Sources] is JsonArray { Count: > 0 } codes)
                    cited[list.MainTextOf(item)] = codes.DeepClone();
            if (cited.Count > 0)
                all[list.Name] = cited;
        }
        return all.Count == 0 ? null : all;
    }

    /// <inheritdoc />
    public override string? Read(JsonObject content, string text)
    {
        if (!TryParse(text, out var all) || all.Any(list => !lists.Any(known => known.Name == list.Key))
            || all.Any(list => !AreCodes(list.Value)))
            return "Write it as in an export: for each list the codes of the sources by the text of the item.";
        // What is not among the items any more cites nothing.
        foreach (var list in lists)
            foreach (var item in (content[list.Name] as JsonArray ?? []).OfType<JsonObject>())
                item[ItemsColumn.Sources] = all[list.Name]?[list.MainTextOf(item)]?.DeepClone() ?? new JsonArray();
        return null;
    }

    private static bool TryParse(string text, out JsonObject all)
    {
        all = [];
        if (string.IsNullOrWhiteSpace(text))
            return true;
        try
        {
            all = JsonNode.Parse(text, documentOptions: ColumnJson.Strict) as JsonObject ?? [];
            return all.Count > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool AreCodes(JsonNode? list) => list is JsonObject items && items.All(item =>
        item.Value is JsonArray codes && codes.All(code => code?.GetValueKind() is JsonValueKind.String));
}
