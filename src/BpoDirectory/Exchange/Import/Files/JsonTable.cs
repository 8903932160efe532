using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Exchange.Columns;

namespace BpoDirectory.Exchange.Import.Files;

/// <summary>Reads a JSON array of objects: their properties are the columns, in the order in which they are first met.</summary>
internal static class JsonTable
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>The headings as row 1, then a row for each object.</summary>
    /// <exception cref="TableRefusedException">It is no array of objects.</exception>
    public static IEnumerable<TableRow> Read(string path)
    {
        using var document = Parse(path);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new TableRefusedException("The JSON is no list: it has to be an array of objects, one for each entry.");
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, item) in document.RootElement.EnumerateArray().Index())
        {
            if (item.ValueKind != JsonValueKind.Object)
                throw new TableRefusedException($"Item {index + 1} of the JSON list is no object: each entry has to be one.");
            foreach (var property in item.EnumerateObject())
                columns.TryAdd(Whole(index + 1, () => property.Name), columns.Count);
        }
        if (columns.Count == 0)
            yield break;
        yield return new TableRow(1, [.. columns.Keys]);
        foreach (var (index, item) in document.RootElement.EnumerateArray().Index())
        {
            var last = item.EnumerateObject().Select(property => columns[property.Name]).DefaultIfEmpty(-1).Max();
            var cells = new string[last + 1];
            Array.Fill(cells, "");
            foreach (var property in item.EnumerateObject())
                cells[columns[property.Name]] = Whole(index + 1, () => ToText(property.Value));
            yield return new TableRow(index + 2, cells);
        }
    }

    private static string ToText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => TableColumn.ToText(JsonArray.Create(value)),
        JsonValueKind.Object => TableColumn.ToText(JsonObject.Create(value)),
        _ => TableColumn.ToText(JsonValue.Create(value)),
    };

    // JSON can write half a character, such as \ud800 alone, which no text can hold.
    private static string Whole(int item, Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException half)
        {
            throw new TableRefusedException(
                $"Item {item} of the JSON list holds half a character, written as \\ud8… to \\udf… alone: put it right.", half);
        }
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonDocument.Parse(file, Options);
        }
        catch (JsonException wrong)
        {
            throw new TableRefusedException(
                $"The JSON cannot be read from line {(wrong.LineNumber ?? 0) + 1}, position {(wrong.BytePositionInLine ?? 0) + 1} on.",
                wrong);
        }
    }
}
