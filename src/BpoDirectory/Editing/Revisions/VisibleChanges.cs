using System.Text.Json.Nodes;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing.Revisions;

/// <summary>A save, as somebody may know of it.</summary>
/// <param name="RevisionId">The key of its revision.</param>
/// <param name="Type">What kind of entry it was.</param>
/// <param name="Noun">What editors call that kind.</param>
/// <param name="Slug">The entry.</param>
/// <param name="Name">What it is called now.</param>
/// <param name="By">Who saved; empty for the program itself.</param>
/// <param name="Action">What the save did.</param>
/// <param name="Version">The version that it made.</param>
/// <param name="SavedAt">In UTC.</param>
/// <param name="Note">Why, where the editor said so and nothing of the save is kept from whoever asks.</param>
/// <param name="Fields">What editors call the fields that changed; empty where the entry is new.</param>
public sealed record VisibleChange(
    long RevisionId, EntryType Type, string Noun, string Slug, string Name, string By, RevisionAction Action, int Version, DateTime SavedAt,
    string? Note, IReadOnlyList<string> Fields);

/// <summary>
/// Tells of saves, for those who are not in the program: what readers never meet is left out, and so is what an audience may not see.
/// A save of which nothing may be seen is none.
/// </summary>
public sealed class VisibleChanges(IEnumerable<EntryEditing> editings, ILogger<VisibleChanges> log)
{
    // Readers meet their words in answers only.
    private static readonly EntryType[] Unseen = [EntryType.SynonymSet];

    /// <summary>
    /// Those of some revisions that may be told of; not what the program itself loaded, nor what was done to an entry that is archived by
    /// now.
    /// </summary>
    /// <param name="db">Where to read.</param>
    /// <param name="revisions">The revisions, in the order in which they are told.</param>
    /// <param name="audience">Whom they are told.</param>
    public async Task<IReadOnlyList<VisibleChange>> ListAsync(DirectoryDbContext db, IQueryable<Revision> revisions, Audience audience)
    {
        var saves = await revisions
            .Select(r => new Save(
                r,
                db.Revisions.Where(p => p.EntryType == r.EntryType && p.EntryId == r.EntryId && p.Number == r.Number - 1)
                    .Select(p => p.Snapshot).FirstOrDefault()))
            .AsNoTracking().ToListAsync();
        var changes = new List<VisibleChange>();
        foreach (var editing in editings)
        {
            var ids = saves.Where(save => save.Revision.EntryType == editing.Type).Select(save => save.Revision.EntryId).Distinct()
                .ToList();
            if (ids.Count == 0)
                continue;
            var rows = await editing.Rows(db).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
            changes.AddRange(saves.Where(save => save.Revision.EntryType == editing.Type && rows.ContainsKey(save.Revision.EntryId))
                .Select(save => TryTell(editing, save, rows[save.Revision.EntryId], audience)).OfType<VisibleChange>());
        }
        var order = saves.Index().ToDictionary(save => save.Item.Revision.Id, save => save.Index);
        return [.. changes.OrderBy(change => order[change.RevisionId])];
    }

    /// <summary>The revisions that may be told of at all.</summary>
    public static IQueryable<Revision> Among(IQueryable<Revision> revisions, Audience audience)
    {
        var types = Enum.GetValues<EntryType>().Where(type => audience.Sees(type) && !Unseen.Contains(type)).ToList();
        return revisions.Where(r => r.Action != RevisionAction.Loaded && !r.IsTakenOver && types.Contains(r.EntryType));
    }

    // One that cannot be read keeps nobody from the others.
    private VisibleChange? TryTell(EntryEditing editing, Save save, EntryRow row, Audience audience)
    {
        try
        {
            return Tell(editing, save, row, audience);
        }
        catch (Exception error)
        {
            log.LogError(error, "Revision {Revision} cannot be read, and nobody is told of it", save.Revision.Id);
            return null;
        }
    }

    private static VisibleChange? Tell(EntryEditing editing, Save save, EntryRow row, Audience audience)
    {
        var revision = save.Revision;
        if (row.IsArchived && revision.Action != RevisionAction.Archived)
            return null;
        var before = save.Before ?? "{}";
        var all = ContentComparison.Compare(editing.Fields, Parse(before), Parse(revision.Snapshot));
        var visible = ContentComparison.Compare(
            [.. editing.Fields.Where(field => field.IsVisibleTo(audience))],
            Visible(editing, before, audience), Visible(editing, revision.Snapshot, audience));
        var isEdit = save.Before is not null && revision.Action is RevisionAction.Edited or RevisionAction.RolledBack;
        if (isEdit && visible.Count == 0 && all.Count > 0)
            return null;
        var isWhole = visible.Count == all.Count && visible.Zip(all).All(pair => IsSame(pair.First, pair.Second));
        return new VisibleChange(
            revision.Id, revision.EntryType, editing.Noun, row.Slug, row.Name, revision.By, revision.Action, revision.Number,
            revision.SavedAt, isWhole ? revision.Note : null, isEdit ? [.. visible.Select(difference => difference.Field.Label)] : []);
    }

    // Of a list, items may differ in what is kept from the audience.
    private static bool IsSame(FieldDifference visible, FieldDifference whole) =>
        visible.Field == whole.Field && visible.Items.Count == whole.Items.Count
        && visible.Items.Zip(whole.Items)
            .All(item => item.First.Change == item.Second.Change && item.First.Pieces.SequenceEqual(item.Second.Pieces));

    private static JsonObject Parse(string snapshot) => JsonNode.Parse(snapshot)!.AsObject();

    private static JsonObject Visible(EntryEditing editing, string snapshot, Audience audience)
    {
        var values = Parse(snapshot);
        foreach (var field in editing.Fields)
            field.HideFrom(audience, values[field.Name]);
        return values;
    }

    private sealed record Save(Revision Revision, string? Before);
}
