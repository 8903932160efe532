using System.Text.Json.Nodes;

namespace BpoDirectory.Editing.Merge;

/// <summary>Something that two editors changed in different ways: one of them has to be chosen, or something new written.</summary>
/// <param name="Field">The field.</param>
/// <param name="Key">The item of the field's list; null when the whole field is meant, or the order of its items.</param>
/// <param name="IsOrder">Whether the order of the items is meant; then the values are lists of keys.</param>
/// <param name="Original">
/// What both started from; null where there was nothing. Of words without an order, those that both replaced, and likewise below.
/// </param>
/// <param name="Mine">What mine has now; null where it was removed.</param>
/// <param name="Theirs">What theirs has now; null where it was removed.</param>
public sealed record MergeConflict(ContentField Field, string? Key, bool IsOrder, JsonNode? Original, JsonNode? Mine, JsonNode? Theirs)
{
    /// <summary>Of an order: every item that one of the three has.</summary>
    public JsonArray Items { get; init; } = [];
}

/// <summary>Two changed versions of one content, as one.</summary>
/// <param name="Content">The merged content; where there is a conflict, it holds mine.</param>
/// <param name="Conflicts">What has to be chosen.</param>
/// <param name="FromTheirs">The fields in which something of theirs was taken over.</param>
public sealed record MergeResult(JsonObject Content, IReadOnlyList<MergeConflict> Conflicts, IReadOnlyList<ContentField> FromTheirs);

/// <summary>
/// Merges what two editors made of one content, field by field: lists item by item, long texts by line. What only one of
/// them changed is taken; what both changed alike too; what both changed differently is a conflict and never decided here.
/// </summary>
public static class ContentMerge
{
    /// <summary>Merges what changed from <paramref name="original"/> to each of the others.</summary>
    public static MergeResult Merge(IReadOnlyList<ContentField> fields, JsonObject original, JsonObject mine, JsonObject theirs)
    {
        var merged = mine.DeepClone().AsObject();
        var conflicts = new List<MergeConflict>();
        var taken = new List<ContentField>();
        foreach (var field in fields)
        {
            var (o, m, t) = (original[field.Name], mine[field.Name], theirs[field.Name]);
            if (JsonNode.DeepEquals(o, t) || JsonNode.DeepEquals(m, t))
                continue;
            merged[field.Name] = JsonNode.DeepEquals(o, m) ? t?.DeepClone() : Overlap(field, o, m, t, conflicts);
            if (!JsonNode.DeepEquals(merged[field.Name], m))
                taken.Add(field);
        }
        return new MergeResult(merged, conflicts, taken);
    }

    /// <summary>Puts the value chosen for a conflict into the content; null removes an item.</summary>
    public static void Resolve(JsonObject content, MergeConflict conflict, JsonNode? chosen)
    {
        if (conflict.IsOrder)
            content[conflict.Field.Name] = ListMerge.InOrder(conflict.Field, content[conflict.Field.Name], chosen!.AsArray());
        else if (conflict.Key is { } key)
            content[conflict.Field.Name] = ListMerge.With(conflict.Field, content[conflict.Field.Name], key, chosen);
        else if (conflict.Field.Shape == FieldShape.Set)
            content[conflict.Field.Name] = ListMerge.WithWords(content[conflict.Field.Name], conflict.Mine, chosen);
        else
            content[conflict.Field.Name] = chosen?.DeepClone();
    }

    private static JsonNode? Overlap(
        ContentField field, JsonNode? original, JsonNode? mine, JsonNode? theirs, List<MergeConflict> conflicts)
    {
        switch (field.Shape)
        {
            case FieldShape.Items:
                return ListMerge.Items(field, original, mine, theirs, conflicts);
            case FieldShape.Set:
                return ListMerge.Set(field, original, mine, theirs, conflicts);
            case FieldShape.Lines:
                var lines = LineMerge.Merge(ContentText.From(original), ContentText.From(mine), ContentText.From(theirs));
                if (lines.Overlaps)
                    conflicts.Add(
                        new MergeConflict(field, null, false, original, JsonValue.Create(lines.Mine), JsonValue.Create(lines.Theirs)));
                return JsonValue.Create(lines.Mine);
            default:
                conflicts.Add(new MergeConflict(field, null, false, original, mine, theirs));
                return mine?.DeepClone();
        }
    }
}
