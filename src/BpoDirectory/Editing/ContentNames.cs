using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Editing.Merge;
using BpoDirectory.Editing.Revisions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>
/// Says what contents keep by slugs, codes and identifiers as a person reads it: with the present names of entries, the
/// titles of sources, and words. Slugs that entries had before are known too.
/// </summary>
public sealed class ContentNames(IEnumerable<EntryEditing> editings, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>The same differences in names; what differs in the address of a named entry only is none.</summary>
    public async Task<IReadOnlyList<FieldDifference>> OfAsync(IReadOnlyList<FieldDifference> changes)
    {
        var known = await KnownAsync(
            [.. changes.SelectMany(change => new[] { (change.Field, change.Before), (change.Field, change.After) })]);
        return [.. changes.Select(change =>
            ContentComparison.Compare(change.Field, known.In(change.Field, change.Before),
                known.In(change.Field, change.After))).OfType<FieldDifference>()];
    }

    /// <summary>The same conflict in names; an order of items stays one of keys.</summary>
    public async Task<MergeConflict> OfAsync(MergeConflict conflict)
    {
        if (conflict.IsOrder)
            return conflict;
        var field = conflict.Field;
        var known = await KnownAsync([(field, conflict.Original), (field, conflict.Mine), (field, conflict.Theirs)]);
        return conflict with { Original = known.In(field, conflict.Original), Mine = known.In(field, conflict.Mine),
            Theirs = known.In(field, conflict.Theirs) };
    }

    /// <summary>A field's value, or an item of it, in names.</summary>
    public async Task<JsonNode?> OfAsync(ContentField field, JsonNode? value) => (await KnownAsync([(field, value)])).In(field, value);

    /// <summary>The content itself, with the present slugs of entries that it names by slugs they had before.</summary>
    public async Task<T> AtPresentAsync<T>(DirectoryDbContext db, EntryEditing<T> editing, T content) where T : EntryContent, new() =>
        (await AtPresentAsync(db, editing, [content]))[0];

    /// <summary>The same of several contents; what they name is asked for once.</summary>
    public async Task<IReadOnlyList<T>> AtPresentAsync<T>(DirectoryDbContext db, EntryEditing<T> editing, IReadOnlyList<T> contents)
        where T : EntryContent, new()
    {
        var nodes = contents.Select(content => ContentJson.ToNode(content)).ToList();
        var referring = editing.Fields.Where(field => field.RefersTo is not null || field.ItemReferences.Count > 0).ToList();
        var known = await KnownAsync(db, [.. nodes.SelectMany(node => referring.Select(field => (field, node[field.Name])))]);
        if (known.Wanted.Count == 0)
            return contents;
        return [.. contents.Zip(nodes, (content, node) => Update(node, referring, known) ? ContentJson.FromNode<T>(node) : content)];
    }

    // Whether anything is named by a slug that it had before; most often nothing is.
    private static bool Update(JsonObject node, List<ContentField> referring, KnownNames known)
    {
        var isUpdated = false;
        foreach (var field in referring)
            if (known.AtPresent(field, node[field.Name]) is var present && !JsonNode.DeepEquals(present, node[field.Name]))
                (node[field.Name], isUpdated) = (present, true);
        return isUpdated;
    }

    private async Task<KnownNames> KnownAsync(IReadOnlyList<(ContentField Field, JsonNode? Value)> values)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await KnownAsync(db, values);
    }

    private async Task<KnownNames> KnownAsync(DirectoryDbContext db, IReadOnlyList<(ContentField Field, JsonNode? Value)> values)
    {
        var known = new KnownNames();
        foreach (var (field, value) in values)
            known.Note(field, value);
        foreach (var (type, slugs) in known.Wanted)
        {
            var rows = editings.Single(editing => editing.Type == type).Rows(db);
            foreach (var row in await rows.Where(row => slugs.Contains(row.Slug)).ToListAsync())
                known.Add(type, row.Slug, row);
            var former = db.FormerSlugs.Where(f => f.EntryType == type && slugs.Contains(f.Slug));
            foreach (var moved in await former.Join(rows, f => f.EntryId, row => row.Id, (f, row) => new { f.Slug, Row = row })
                .ToListAsync())
                known.Add(type, moved.Slug, moved.Row);
        }
        if (known.WantsSources)
            known.Add(await db.Sources.ToDictionaryAsync(source => source.Code, source => source.Title));
        return known;
    }
}
