using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Editing;

/// <summary>What editors do to an entry as a whole. Each change is a revision of its own.</summary>
public sealed class EntryChanges(EntryEditor editor, Revisions revisions)
{
    /// <summary>Takes an entry out of readers' sight; nothing of it is lost.</summary>
    /// <returns>What came of it; null when there is no such entry.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<SaveOutcome<T>?> ArchiveAsync<T>(EntryKind<T> kind, Actor actor, string slug) where T : EntryContent, new() =>
        ChangeAsync(kind, actor, slug, RevisionAction.Archived, null, content => content.Archived = true);

    /// <summary>Brings an archived entry back.</summary>
    /// <returns>What came of it; null when there is no such entry.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<SaveOutcome<T>?> RestoreAsync<T>(EntryKind<T> kind, Actor actor, string slug) where T : EntryContent, new() =>
        ChangeAsync(kind, actor, slug, RevisionAction.Restored, null, content => content.Archived = false);

    /// <summary>Makes what a revision keeps the present entry again.</summary>
    /// <returns>What came of it; null when there is no such entry or revision.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SaveOutcome<T>?> GoBackAsync<T>(EntryKind<T> kind, Actor actor, string slug, int number) where T : EntryContent, new()
    {
        if (await editor.OpenAsync(kind, slug) is not { } open || await revisions.FindAsync(kind, open.Id, number) is not { } earlier)
            return null;
        var save = new EntrySave<T>(open.Id, open.Version, earlier, $"As in version {number}") { Action = RevisionAction.RolledBack };
        return await editor.SaveAsync(kind, actor, save);
    }

    /// <summary>Changes an entry as it is now.</summary>
    /// <returns>What came of it; null when there is no such entry.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SaveOutcome<T>?> ChangeAsync<T>(
        EntryKind<T> kind, Actor actor, string slug, RevisionAction action, string? note, Action<T> change) where T : EntryContent, new()
    {
        if (await editor.OpenAsync(kind, slug) is not { } open)
            return null;
        change(open.Content);
        return await editor.SaveAsync(kind, actor, new EntrySave<T>(open.Id, open.Version, open.Content, note) { Action = action });
    }
}
