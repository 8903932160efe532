using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing.Revisions;

namespace BpoDirectory.Editing;

/// <summary>What editors do to an entry as a whole. Each change is a new revision.</summary>
public sealed class EntryLifecycle(EntryStore store, RevisionReader revisions)
{
    /// <summary>Hides an entry from readers; nothing is lost.</summary>
    /// <param name="editing">How entries of its type are edited.</param>
    /// <param name="actor">Who archives it.</param>
    /// <param name="slug">The entry.</param>
    /// <param name="note">Why, where the editor says so.</param>
    /// <param name="present">
    /// The version that was shown when this was chosen, so that nothing unseen is hidden; null for whichever it is.
    /// </param>
    /// <returns>What came of it; null when there is no such entry.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<SaveOutcome<T>?> ArchiveAsync<T>(
        EntryEditing<T> editing, Actor actor, string slug, string? note = null, int? present = null) where T : EntryContent, new() =>
        ChangeAsync(editing, actor, slug, RevisionAction.Archived, note, present, content => content.Archived = true);

    /// <summary>Brings an archived entry back.</summary>
    /// <param name="editing">How entries of its type are edited.</param>
    /// <param name="actor">Who restores it.</param>
    /// <param name="slug">The entry.</param>
    /// <param name="note">Why, where the editor says so.</param>
    /// <param name="present">The version that was shown when this was chosen; null for whichever it is.</param>
    /// <returns>What came of it; null when there is no such entry.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<SaveOutcome<T>?> RestoreAsync<T>(
        EntryEditing<T> editing, Actor actor, string slug, string? note = null, int? present = null) where T : EntryContent, new() =>
        ChangeAsync(editing, actor, slug, RevisionAction.Restored, note, present, content => content.Restore());

    /// <summary>Undoes a save, as a new revision; nothing is changed when somebody else saved after it.</summary>
    /// <param name="editing">How entries of its type are edited.</param>
    /// <param name="actor">Who takes it back.</param>
    /// <param name="saved">The entry as that save left it.</param>
    /// <param name="before">What the entry was before.</param>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<SaveOutcome<T>> UndoAsync<T>(EntryEditing<T> editing, Actor actor, OpenEntry<T> saved, T before)
        where T : EntryContent, new() =>
        store.SaveAsync(editing, actor, Undoing(saved, before));

    /// <summary>Makes what a revision keeps the present entry again.</summary>
    /// <param name="editing">How entries of its type are edited.</param>
    /// <param name="actor">Who restores it.</param>
    /// <param name="slug">The entry.</param>
    /// <param name="number">The revision.</param>
    /// <param name="present">
    /// The version that was the present one when this was chosen: nothing is changed when there is a newer one.
    /// </param>
    /// <param name="note">Why, where the editor says so.</param>
    /// <returns>What came of it; null when there is no such entry or revision.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SaveOutcome<T>?> RollBackAsync<T>(EntryEditing<T> editing, Actor actor, string slug, int number, int present,
        string? note = null) where T : EntryContent, new()
    {
        if (await store.OpenAsync(editing, slug) is not { } open || await revisions.FindAsync(editing, open.Id, number) is not { } earlier)
            return null;
        var save = new EntrySave<T>(open.Id, present, earlier, string.IsNullOrWhiteSpace(note) ? $"As in version {number}" : note)
        {
            Action = RevisionAction.RolledBack,
        };
        return await store.SaveAsync(editing, actor, save);
    }

    /// <summary>The save that undoes another one, to be made together with others.</summary>
    internal static EntrySave<T> Undoing<T>(OpenEntry<T> saved, T before) where T : EntryContent, new() =>
        new(saved.Id, saved.Version, before, $"Takes version {saved.Version} back")
        {
            Action = before.Archived == saved.Content.Archived ? RevisionAction.RolledBack
                : before.Archived ? RevisionAction.Archived : RevisionAction.Restored,
        };

    private async Task<SaveOutcome<T>?> ChangeAsync<T>(
        EntryEditing<T> editing, Actor actor, string slug, RevisionAction action, string? note, int? present,
        Action<T> change) where T : EntryContent, new()
    {
        if (await store.OpenAsync(editing, slug) is not { } open)
            return null;
        change(open.Content);
        return await store.SaveAsync(
            editing, actor, new EntrySave<T>(open.Id, present ?? open.Version, open.Content, note) { Action = action });
    }
}
