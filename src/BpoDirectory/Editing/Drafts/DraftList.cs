using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing.Drafts;

/// <summary>A draft as its author finds it again.</summary>
/// <param name="Type">What kind of entry it is about.</param>
/// <param name="Slug">The entry; null for a new one.</param>
/// <param name="Name">What the entry is called.</param>
/// <param name="SavedAt">When the draft was kept, in UTC.</param>
public sealed record DraftSummary(EntryType Type, string? Slug, string Name, DateTime SavedAt)
{
    /// <summary>The form into which a new entry was typed; null for others.</summary>
    public string? Form { get; init; }

    /// <summary>What it is a note on; null when it is the entry itself that is being changed.</summary>
    public RevisionAction? NoteOn { get; init; }
}

/// <summary>Finds the entries that somebody has started to change.</summary>
public sealed class DraftList(
    DraftStore drafts, NoteDraftStore notes, IEnumerable<EntryEditing> editings, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>What this person has typed and not saved, latest first.</summary>
    public async Task<IReadOnlyList<DraftSummary>> ListAsync(Actor actor)
    {
        var (own, ownNotes) = (await drafts.ListAsync(actor), await notes.ListAsync(actor));
        var named = new List<DraftSummary>();
        await using var db = await contexts.CreateDbContextAsync();
        foreach (var editing in editings)
        {
            var ofKind = own.Where(draft => draft.EntryType == editing.Type).ToList();
            var notesOfKind = ownNotes.Where(note => note.Intent.EntryType == editing.Type).ToList();
            var ids = ofKind.Select(draft => draft.EntryId).Union(notesOfKind.Select(note => note.Intent.EntryId)).ToList();
            var rows = ids.Count == 0 ? [] : await editing.Rows(db).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
            foreach (var draft in ofKind)
                if (draft.EntryId == 0)
                    named.Add(new DraftSummary(editing.Type, null, NameOf(editing, draft.Content), draft.SavedAt) { Form = draft.Form });
                else if (rows.GetValueOrDefault(draft.EntryId) is { } row)
                    named.Add(new DraftSummary(editing.Type, row.Slug, row.Name, draft.SavedAt));
            foreach (var (intent, savedAt) in notesOfKind)
                if (rows.GetValueOrDefault(intent.EntryId) is { } row)
                    named.Add(new DraftSummary(editing.Type, row.Slug, row.Name, savedAt) { NoteOn = intent.Action });
        }
        return [.. named.OrderByDescending(draft => draft.SavedAt)];
    }

    private static string NameOf(EntryEditing editing, string content) =>
        editing.TitleOf(content).Trim() is { Length: > 0 } title ? $"{title} (new {editing.Noun})" : $"New {editing.Noun}";
}
